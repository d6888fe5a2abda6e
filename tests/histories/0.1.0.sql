BEGIN TRANSACTION;
CREATE TABLE "absence" (
    "person" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "delegate" VARCHAR(100) NOT NULL,
    "until" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "account_link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    CONSTRAINT "uid_account_lin_account_82792c" UNIQUE ("account", "principal")
);
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795900757307039,'engine','process.started','assent','{}','48680a9f7f0d8fbebb461dfe72abc083724c0bd529547622292404e84b61f0e5');
INSERT INTO "audit" VALUES(2,1795900757561933,'play:ann','run.started','yciqb45smnsq725rkahi4xkzuy','{}','48e139c04745b098b174b071d929942ed895e043d9030a3c225e8a42f55dea43');
INSERT INTO "audit" VALUES(3,1795900757561933,'engine','handoff.opened.approval','qh6i6lgqj2vp52m2i654ygdhrq','{}','f150d0b2ad9d5fb8eaf1fc6706bac9e81b1bb580e946418a08862a707fdf4f5d');
INSERT INTO "audit" VALUES(4,1795900757565947,'play:bob','run.started','kgwyo4dqc6cipya3g2k26wgoya','{}','ca2abf74b03184c52a80c384843d1537e93d7b41766a9ca172f3e98ecec1b408');
INSERT INTO "audit" VALUES(5,1795900757565947,'engine','handoff.opened.approval','o7t675t333se3njcnkpfvp4ale','{}','171c4c229c9fcdfca2bfd301df6d52832c207da3349479a55705cf9ec8347de6');
INSERT INTO "audit" VALUES(6,1795900757570649,'play:cem','run.started','x3ypcjlxd5geft7mvyddepsjtu','{}','c70e63173fa7c835d0d82332ca8222cab1884397de6a825b1f4b1be5e77f42f0');
INSERT INTO "audit" VALUES(7,1795900757570649,'engine','handoff.opened.failure','7wsbrflewyjpyb3zld6fcjqgga','{}','fac7d2e914e26a02d5bd4ce1f772f3811283cdb7893b9b817c598913e06442b0');
INSERT INTO "audit" VALUES(8,1795900757578044,'play:dov','run.started','wxb7rr4ydbrpkajfzltknr7ii4','{}','a9ec3c5619d924ae821e8375200e53a7f71557f3de230c254d155e5a8a9541fb');
INSERT INTO "audit" VALUES(9,1795900757578044,'engine','tool.intended','tzoa2crggtvjbzwyaxpehmfp4','{"tool":"bank__give","run":"wxb7rr4ydbrpkajfzltknr7ii4"}','598b4f0cdab62b0c1051ccb482ae60d03b71be74b7f02753126781d81871301e');
INSERT INTO "audit" VALUES(10,1795900757579850,'play:eve','run.started','hxvooh7yz572w34speoooeiave','{}','29e97649b347de9ff21b0aa877c4f9ee57a7b91c7daf21f6343cfe7cfda597ef');
INSERT INTO "audit" VALUES(11,1795900757578298,'engine','tool.unknown','tzoa2crggtvjbzwyaxpehmfp4','{}','eb1b8088ecf1d3d6de31a67c558c4e8a5b79df005384d5a6d8a61bcf5c0696d4');
INSERT INTO "audit" VALUES(12,1795900757578298,'engine','handoff.opened.doubt','ecenr6lp6rbs5k7rirqk7tw32y','{}','81c5f1f9c74aa1db12efab38e0ff972ee1b63a1fe287015248be14eb6e5127e9');
INSERT INTO "audit" VALUES(13,1795900757790664,'ana','handoff.rejecting','o7t675t333se3njcnkpfvp4ale','{"reason":"","via":"play:review"}','8046f6abe7de102256c34e6f049d2ca941279040c7fa1908ae5843281de14307');
CREATE TABLE "binding" (
    "place" VARCHAR(200) NOT NULL  PRIMARY KEY,
    "team" VARCHAR(100) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "binding_code" (
    "team" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'yciqb45smnsq725rkahi4xkzuy.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795900757746516);
INSERT INTO "board" VALUES(2,'kgwyo4dqc6cipya3g2k26wgoya.1.2',10,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795900757746708);
INSERT INTO "board" VALUES(3,'x3ypcjlxd5geft7mvyddepsjtu.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795900757746758);
INSERT INTO "board" VALUES(4,'yciqb45smnsq725rkahi4xkzuy.1.1',4,'play:review','card','{"handoff":"qh6i6lgqj2vp52m2i654ygdhrq","short_id":"qh6i6l","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"9:19 PM UTC","opened_at":"2026-11-28T21:19:17.561933+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"9:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"9:19 PM UTC","side":"bot","late":false}],"late_label":"new since the request","buttons":[{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:approve","label":"Approve","style":"positive"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:more","label":"More…","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:open","label":"Open in private","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:claim","label":"I look after this","style":"neutral"},{"token":"h1:qh6i6lgqj2vp52m2i654ygdhrq:less","label":"Back","style":"neutral"}],"decided":false,"binding":["1eb5e4c83c7482dd5213c4e035f626ec","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900757748891);
INSERT INTO "board" VALUES(5,'hxvooh7yz572w34speoooeiave.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795900757755995);
INSERT INTO "board" VALUES(6,'wxb7rr4ydbrpkajfzltknr7ii4.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795900757756017);
INSERT INTO "board" VALUES(7,'kgwyo4dqc6cipya3g2k26wgoya.1.1',11,'play:review','card','{"handoff":"o7t675t333se3njcnkpfvp4ale","short_id":"o7t675","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"9:19 PM UTC","opened_at":"2026-11-28T21:19:17.565947+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"9:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"9:19 PM UTC","side":"bot","late":false}],"late_label":"new since the request","buttons":[{"token":"h1:o7t675t333se3njcnkpfvp4ale:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:because1","label":"Against our rules","style":"negative"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:because2","label":"Information is missing","style":"negative"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:because3","label":"Asked for twice","style":"negative"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:o7t675t333se3njcnkpfvp4ale:more","label":"More…","style":"neutral"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:open","label":"Open in private","style":"neutral"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:claim","label":"I look after this","style":"neutral"},{"token":"h1:o7t675t333se3njcnkpfvp4ale:less","label":"Back","style":"neutral"}],"decided":false,"binding":["1a3878c18633522d22758bc65deeaa74","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900757758564);
INSERT INTO "board" VALUES(8,'x3ypcjlxd5geft7mvyddepsjtu.1.1',8,'play:review','card','{"handoff":"7wsbrflewyjpyb3zld6fcjqgga","short_id":"7wsbrf","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"9:19 PM UTC","opened_at":"2026-11-28T21:19:17.570649+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"9:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"9:19 PM UTC","side":"bot","late":false}],"late_label":"new since the request","buttons":[{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:retry","label":"Retry","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:more","label":"More…","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:open","label":"Open in private","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:claim","label":"I look after this","style":"neutral"},{"token":"h1:7wsbrflewyjpyb3zld6fcjqgga:less","label":"Back","style":"neutral"}],"decided":false,"binding":["3357545bbab13c98f33358290dff8c37","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900757763062);
INSERT INTO "board" VALUES(9,'wxb7rr4ydbrpkajfzltknr7ii4.2.1',9,'play:review','card','{"handoff":"ecenr6lp6rbs5k7rirqk7tw32y","short_id":"ecenr6","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"9:19 PM UTC","opened_at":"2026-11-28T21:19:17.578298+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"tzoa2crggtvjbzwyaxpehmfp4","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"9:19 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"9:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"9:19 PM UTC","side":"bot","late":false}],"late_label":"new since the request","buttons":[{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:ask_reference","label":"It happened","style":"positive"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:retry","label":"It did not happen","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:more","label":"More…","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:open","label":"Open in private","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:claim","label":"I look after this","style":"neutral"},{"token":"h1:ecenr6lp6rbs5k7rirqk7tw32y:less","label":"Back","style":"neutral"}],"decided":false,"binding":["d56e771130ca228a0fbc94b8c793cb31","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900757771709);
CREATE TABLE "board_file" (
    "id" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "data" BLOB NOT NULL
);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','qh6i6lgqj2vp52m2i654ygdhrq');
INSERT INTO "card" VALUES(2,'play:review','7','o7t675t333se3njcnkpfvp4ale');
INSERT INTO "card" VALUES(3,'play:review','8','7wsbrflewyjpyb3zld6fcjqgga');
INSERT INTO "card" VALUES(4,'play:review','9','ecenr6lp6rbs5k7rirqk7tw32y');
CREATE TABLE "challenge" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
CREATE TABLE "code_count" (
    "key" VARCHAR(80) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "chat" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "conversation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(500) NOT NULL UNIQUE,
    "bot" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "account" VARCHAR(100) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "user_id" VARCHAR(100) NOT NULL,
    "user_name" TEXT NOT NULL,
    "locale" VARCHAR(35) NOT NULL,
    "proven" VARCHAR(254),
    "proven_at" BIGINT,
    "talk" VARCHAR(26)
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL,NULL);
CREATE TABLE "decision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "action" VARCHAR(12) NOT NULL,
    "person" VARCHAR(100),
    "person_name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "via" VARCHAR(200) NOT NULL,
    "choice" VARCHAR(100),
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "effect" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(80) NOT NULL UNIQUE,
    "lane" VARCHAR(300) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "payload" TEXT NOT NULL,
    "rendered" TEXT,
    "attempts" INT NOT NULL,
    "due_at" BIGINT,
    "lease_until" BIGINT,
    "detail" TEXT
);
INSERT INTO "effect" VALUES(1,'yciqb45smnsq725rkahi4xkzuy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'yciqb45smnsq725rkahi4xkzuy.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'kgwyo4dqc6cipya3g2k26wgoya.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'kgwyo4dqc6cipya3g2k26wgoya.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'x3ypcjlxd5geft7mvyddepsjtu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'x3ypcjlxd5geft7mvyddepsjtu.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'hxvooh7yz572w34speoooeiave.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'wxb7rr4ydbrpkajfzltknr7ii4.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'wxb7rr4ydbrpkajfzltknr7ii4.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'kgwyo4dqc6cipya3g2k26wgoya.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'kgwyo4dqc6cipya3g2k26wgoya.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
CREATE TABLE "handoff" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "team" VARCHAR(100) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "question" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "requester" VARCHAR(140) NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "due_at" BIGINT,
    "remind_at" BIGINT,
    "unreached" TEXT,
    "asked_by" VARCHAR(300),
    "progress" TEXT,
    "status_ref" VARCHAR(200),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('qh6i6lgqj2vp52m2i654ygdhrq','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795900757561933,NULL,1795904357561933,NULL,NULL,NULL,'1',1,'yciqb45smnsq725rkahi4xkzuy');
INSERT INTO "handoff" VALUES('o7t675t333se3njcnkpfvp4ale','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795900757565947,NULL,1795904357565947,NULL,'play:ana@play:review',NULL,'2',2,'kgwyo4dqc6cipya3g2k26wgoya');
INSERT INTO "handoff" VALUES('7wsbrflewyjpyb3zld6fcjqgga','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795900757570649,NULL,1795904357570649,NULL,NULL,NULL,NULL,3,'x3ypcjlxd5geft7mvyddepsjtu');
INSERT INTO "handoff" VALUES('ecenr6lp6rbs5k7rirqk7tw32y','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"tzoa2crggtvjbzwyaxpehmfp4","effect":"once","finding":"","sent_at":"2026-11-28T21:19:17.578044+00:00","detail":"the line went dead"},"retry_after":1795900797578044,"remind":[3600,86400]}','["play:review"]','play:dov',1795900757578298,NULL,1795904357578298,NULL,NULL,NULL,NULL,4,'wxb7rr4ydbrpkajfzltknr7ii4');
CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" VARCHAR(300) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "starts" INT NOT NULL,
    "payload" TEXT,
    "lease_by" VARCHAR(26),
    "lease_until" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "inbox" VALUES(1,'play/default/ann-1-10','done',0,NULL,NULL,NULL,1);
INSERT INTO "inbox" VALUES(2,'play/default/bob-2-20','done',0,NULL,NULL,NULL,2);
INSERT INTO "inbox" VALUES(3,'play/default/cem-3-x','done',0,NULL,NULL,NULL,3);
INSERT INTO "inbox" VALUES(4,'play/default/dov-4-30','done',0,NULL,NULL,NULL,4);
INSERT INTO "inbox" VALUES(5,'play/default/eve-5-hello','done',0,NULL,NULL,NULL,5);
CREATE TABLE "instance" (
    "name" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "value" TEXT NOT NULL
);
INSERT INTO "instance" VALUES('audit_head','13 8046f6abe7de102256c34e6f049d2ca941279040c7fa1908ae5843281de14307');
INSERT INTO "instance" VALUES('id','t576meqawyvkfxq3cy7r74knze');
INSERT INTO "instance" VALUES('key','e785d3c7fc309b35237107b6757dc4e542ea10c99434a40a8c52f07fcda93767');
CREATE TABLE "link_code" (
    "key" VARCHAR(160) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_by" VARCHAR(300)
);
CREATE TABLE "link_try" (
    "account" VARCHAR(300) NOT NULL  PRIMARY KEY,
    "tries" INT NOT NULL,
    "until" BIGINT NOT NULL
);
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795900757550791,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795900757561933,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795900757556143,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795900757565947,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795900757561389,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795900757570649,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795900757564964,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795900757570423,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795900757579850,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795900757578298,'bot','{"id":"customer-being-checked"}',4);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
);
CREATE TABLE "relayed" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "source_place" VARCHAR(200),
    "source_ref" VARCHAR(200),
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "room" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "own" INT NOT NULL,
    "is_open" INT NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "run" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "version" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "claims" INT NOT NULL,
    "state" TEXT NOT NULL,
    "erasable_since" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('yciqb45smnsq725rkahi4xkzuy','approve','waiting',1,1795900757561873,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"qh6i6lgqj2vp52m2i654ygdhrq"}],"next_token":3,"steps":2,"told":["qh6i6lgqj2vp52m2i654ygdhrq"]}',NULL,1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('kgwyo4dqc6cipya3g2k26wgoya','approve','waiting',2,1795900757565938,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"o7t675t333se3njcnkpfvp4ale"}],"next_token":3,"steps":2,"told":["o7t675t333se3njcnkpfvp4ale"]}',NULL,2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('x3ypcjlxd5geft7mvyddepsjtu','fail','stopped',1,1795900757570639,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"7wsbrflewyjpyb3zld6fcjqgga"}],"next_token":3,"steps":2}',NULL,3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('wxb7rr4ydbrpkajfzltknr7ii4','doubt','stopped',2,1795900757578035,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"ecenr6lp6rbs5k7rirqk7tw32y"}],"next_token":3,"steps":2}',NULL,4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('hxvooh7yz572w34speoooeiave','gate','waiting',1,1795900757579843,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',NULL,5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "seen_event" (
    "id" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "at" BIGINT NOT NULL
);
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795900757561933,'[["t","default"],["ask","[decision]"]]','yciqb45smnsq725rkahi4xkzuy');
INSERT INTO "step" VALUES(2,1,1795900757565947,'[["t","default"],["ask","[decision]"]]','kgwyo4dqc6cipya3g2k26wgoya');
INSERT INTO "step" VALUES(3,1,1795900757570649,'[["t","default"],["look","[failure]"]]','x3ypcjlxd5geft7mvyddepsjtu');
INSERT INTO "step" VALUES(4,1,1795900757578044,'[["t","default"]]','wxb7rr4ydbrpkajfzltknr7ii4');
INSERT INTO "step" VALUES(5,1,1795900757579850,'[["t","default"],["gate","[reply]"]]','hxvooh7yz572w34speoooeiave');
INSERT INTO "step" VALUES(6,2,1795900757578298,'[["give","[doubt]"]]','wxb7rr4ydbrpkajfzltknr7ii4');
CREATE TABLE "tool_intent" (
    "key" VARCHAR(25) NOT NULL  PRIMARY KEY,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "tool" TEXT NOT NULL,
    "arguments" TEXT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "effect" VARCHAR(10) NOT NULL,
    "attempt" INT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "at" BIGINT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "detail" TEXT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "tool_intent" VALUES('tzoa2crggtvjbzwyaxpehmfp4','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795900757578044,1795900787578044,1795900757578298,'"the line went dead"','wxb7rr4ydbrpkajfzltknr7ii4');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 21:19:17.278251+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('3a38539552dee730e64a1ae9f37319cd442460cce7c25de40d527cc76f2c0bfb','human','{"edges":[{"source":"asked","target":"person"},{"source":"person","sourceHandle":"helped","target":"end"},{"source":"person","sourceHandle":"closed","target":"end"},{"source":"person","sourceHandle":"timeout","target":"end"}],"id":"human","name":"human","nodes":[{"data":{"triggerType":"message_received"},"id":"asked","type":"trigger"},{"data":{"actionType":"human_handoff","options":[{"id":"helped","label":"Helped"},{"id":"closed","label":"Closed"}],"reason":"{{user_name}}: {{message}}","takeOver":true,"timeout":"30d"},"id":"person","type":"action"},{"data":{"actionType":"end"},"id":"end","type":"action"}]}');
CREATE INDEX "idx_code_count_contact_610b12" ON "code_count" ("contact");
CREATE INDEX "idx_code_count_chat_fe1ac0" ON "code_count" ("chat");
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_run_bot_b01288" ON "run" ("bot", "erasable_since");
CREATE INDEX "idx_challenge_run_id_3515d1" ON "challenge" ("run_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
CREATE INDEX "idx_handoff_run_id_981e3a" ON "handoff" ("run_id");
CREATE INDEX "idx_room_place_a3bc2f" ON "room" ("place");
CREATE INDEX "idx_relayed_place_20101c" ON "relayed" ("place", "ref");
CREATE INDEX "idx_relayed_source__9c76fe" ON "relayed" ("source_place", "source_ref");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',11);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
