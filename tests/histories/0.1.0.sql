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
INSERT INTO "audit" VALUES(1,1795900521920345,'engine','process.started','assent','{}','f318450c3975f0b275c9f1c99dac17d38faa8f6104f85f8a943a022fb5fe7aa3');
INSERT INTO "audit" VALUES(2,1795900522328315,'play:ann','run.started','hmyuhsahobpx4qsutqld3tuqzi','{}','a72f2982ed6a3e4fcf88ce4214235540b4d5987cc0cf562d61343fbb54b5924c');
INSERT INTO "audit" VALUES(3,1795900522328315,'engine','handoff.opened.approval','mi45nvrg53yp22djsmzulalu4a','{}','e3a3d620182595a23ddf59747e1e77857c21af691e5789f1eeda7ade0bc7a11d');
INSERT INTO "audit" VALUES(4,1795900522332536,'play:bob','run.started','dqlrndtjtyimt7hgmg3k3nymc4','{}','f4123cdce2ebfdf52a12b7767761df5e2bfa987d303f14d8803898b53335db43');
INSERT INTO "audit" VALUES(5,1795900522332536,'engine','handoff.opened.approval','j4wobo3uqtphdthhvshbykrcb4','{}','00da9ba1a30488a5f1cbce5150bd99f6c06f057a6c1c140950e40f9d5f6e346a');
INSERT INTO "audit" VALUES(6,1795900522334684,'play:cem','run.started','arysgz3lurhmvnjtfkll6kd4eq','{}','5324dd44589b627530104311ae30843425029ee260f2def15b7755b3e6764828');
INSERT INTO "audit" VALUES(7,1795900522334684,'engine','handoff.opened.failure','vja5kbxqywp5bg2x5blhmznvbu','{}','cfa048a70ce792ad46599a9026dc91383ba1ac7ec0b34e1cee94d1465687a448');
INSERT INTO "audit" VALUES(8,1795900522335721,'play:dov','run.started','qg5ao2otkzjuqts7zq5n55gp5m','{}','38217c331425cdb857f6c957f5cea41812d1281e43739ff59dced67dfedc844a');
INSERT INTO "audit" VALUES(9,1795900522335721,'engine','tool.intended','4vwc3ghijpssj7jmpkldneab4','{"tool":"bank__give","run":"qg5ao2otkzjuqts7zq5n55gp5m"}','c972761188931ce755fa7a74ebac69364ceca0b0bc86c6d8a7033dc51862ea1d');
INSERT INTO "audit" VALUES(10,1795900522335957,'engine','tool.unknown','4vwc3ghijpssj7jmpkldneab4','{}','e9ac133eac5ea01c1ede9d6c0eeeeae5e7c7b058bb09fa6750511ed03cba9182');
INSERT INTO "audit" VALUES(11,1795900522335957,'engine','handoff.opened.doubt','pn6z7vfm73uuqrvtc7cji7th24','{}','f271f38b9c074578ea83537d7abeed5defb548442309f2d32f837f765c7f4d48');
INSERT INTO "audit" VALUES(12,1795900522337845,'play:eve','run.started','aa6as3e3ei7eiin4nhr2ueqpaa','{}','cbd57ee0a34aa76d9f9e659eb36394f9604d3b3b8afa5d5d8432ca2fbec21e1a');
INSERT INTO "audit" VALUES(13,1795900522379074,'ana','handoff.rejecting','j4wobo3uqtphdthhvshbykrcb4','{"reason":"","via":"play:review"}','c5c39bdcbac65d8f592164ff0a294a709fd9841e370fc58d754c40bea0b17481');
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
INSERT INTO "board" VALUES(1,'hmyuhsahobpx4qsutqld3tuqzi.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795900522344486);
INSERT INTO "board" VALUES(2,'dqlrndtjtyimt7hgmg3k3nymc4.1.2',10,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795900522344615);
INSERT INTO "board" VALUES(3,'arysgz3lurhmvnjtfkll6kd4eq.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795900522344641);
INSERT INTO "board" VALUES(4,'hmyuhsahobpx4qsutqld3tuqzi.1.1',4,'play:review','card','{"handoff":"mi45nvrg53yp22djsmzulalu4a","short_id":"mi45nv","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"9:15 PM UTC","opened_at":"2026-11-28T21:15:22.328315+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"9:15 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"9:15 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:mi45nvrg53yp22djsmzulalu4a:approve","label":"Approve","style":"positive"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:mi45nvrg53yp22djsmzulalu4a:more","label":"More…","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:open","label":"Open in private","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:claim","label":"I look after this","style":"neutral"},{"token":"h1:mi45nvrg53yp22djsmzulalu4a:less","label":"Back","style":"neutral"}],"decided":false,"binding":["2145239fd26762e7454f86ac2a75f45b","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900522348517);
INSERT INTO "board" VALUES(5,'qg5ao2otkzjuqts7zq5n55gp5m.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795900522353812);
INSERT INTO "board" VALUES(6,'aa6as3e3ei7eiin4nhr2ueqpaa.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795900522353868);
INSERT INTO "board" VALUES(7,'dqlrndtjtyimt7hgmg3k3nymc4.1.1',11,'play:review','card','{"handoff":"j4wobo3uqtphdthhvshbykrcb4","short_id":"j4wobo","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"9:15 PM UTC","opened_at":"2026-11-28T21:15:22.332536+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"9:15 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"9:15 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:because1","label":"Against our rules","style":"negative"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:because2","label":"Information is missing","style":"negative"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:because3","label":"Asked for twice","style":"negative"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:more","label":"More…","style":"neutral"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:open","label":"Open in private","style":"neutral"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:claim","label":"I look after this","style":"neutral"},{"token":"h1:j4wobo3uqtphdthhvshbykrcb4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["68d3444225a3844d4bb8f05f0d8609e4","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900522362193);
INSERT INTO "board" VALUES(8,'arysgz3lurhmvnjtfkll6kd4eq.1.1',8,'play:review','card','{"handoff":"vja5kbxqywp5bg2x5blhmznvbu","short_id":"vja5kb","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"9:15 PM UTC","opened_at":"2026-11-28T21:15:22.334684+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"9:15 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"9:15 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:retry","label":"Retry","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:more","label":"More…","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:open","label":"Open in private","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:claim","label":"I look after this","style":"neutral"},{"token":"h1:vja5kbxqywp5bg2x5blhmznvbu:less","label":"Back","style":"neutral"}],"decided":false,"binding":["a105b718bc3a71aee6e2b061333087f9","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900522366452);
INSERT INTO "board" VALUES(9,'qg5ao2otkzjuqts7zq5n55gp5m.2.1',9,'play:review','card','{"handoff":"pn6z7vfm73uuqrvtc7cji7th24","short_id":"pn6z7v","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"9:15 PM UTC","opened_at":"2026-11-28T21:15:22.335957+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"4vwc3ghijpssj7jmpkldneab4","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"9:15 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"9:15 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"9:15 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:ask_reference","label":"It happened","style":"positive"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:retry","label":"It did not happen","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:more","label":"More…","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:open","label":"Open in private","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:claim","label":"I look after this","style":"neutral"},{"token":"h1:pn6z7vfm73uuqrvtc7cji7th24:less","label":"Back","style":"neutral"}],"decided":false,"binding":["e296a39a8d1153c6f2389cab70caf4bb","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795900522373205);
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
INSERT INTO "card" VALUES(1,'play:review','4','mi45nvrg53yp22djsmzulalu4a');
INSERT INTO "card" VALUES(2,'play:review','7','j4wobo3uqtphdthhvshbykrcb4');
INSERT INTO "card" VALUES(3,'play:review','8','vja5kbxqywp5bg2x5blhmznvbu');
INSERT INTO "card" VALUES(4,'play:review','9','pn6z7vfm73uuqrvtc7cji7th24');
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
INSERT INTO "effect" VALUES(1,'hmyuhsahobpx4qsutqld3tuqzi.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'hmyuhsahobpx4qsutqld3tuqzi.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'dqlrndtjtyimt7hgmg3k3nymc4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'dqlrndtjtyimt7hgmg3k3nymc4.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'arysgz3lurhmvnjtfkll6kd4eq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'arysgz3lurhmvnjtfkll6kd4eq.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'qg5ao2otkzjuqts7zq5n55gp5m.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'qg5ao2otkzjuqts7zq5n55gp5m.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'aa6as3e3ei7eiin4nhr2ueqpaa.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'dqlrndtjtyimt7hgmg3k3nymc4.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'dqlrndtjtyimt7hgmg3k3nymc4.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('mi45nvrg53yp22djsmzulalu4a','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795900522328315,NULL,1795904122328315,NULL,NULL,NULL,'1',1,'hmyuhsahobpx4qsutqld3tuqzi');
INSERT INTO "handoff" VALUES('j4wobo3uqtphdthhvshbykrcb4','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795900522332536,NULL,1795904122332536,NULL,'play:ana@play:review',NULL,'2',2,'dqlrndtjtyimt7hgmg3k3nymc4');
INSERT INTO "handoff" VALUES('vja5kbxqywp5bg2x5blhmznvbu','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795900522334684,NULL,1795904122334684,NULL,NULL,NULL,NULL,3,'arysgz3lurhmvnjtfkll6kd4eq');
INSERT INTO "handoff" VALUES('pn6z7vfm73uuqrvtc7cji7th24','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"4vwc3ghijpssj7jmpkldneab4","effect":"once","finding":"","sent_at":"2026-11-28T21:15:22.335721+00:00","detail":"the line went dead"},"retry_after":1795900562335721,"remind":[3600,86400]}','["play:review"]','play:dov',1795900522335957,NULL,1795904122335957,NULL,NULL,NULL,NULL,4,'qg5ao2otkzjuqts7zq5n55gp5m');
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
INSERT INTO "instance" VALUES('audit_head','13 c5c39bdcbac65d8f592164ff0a294a709fd9841e370fc58d754c40bea0b17481');
INSERT INTO "instance" VALUES('id','t7btjhoewrrhmudh4cbvwwef7a');
INSERT INTO "instance" VALUES('key','909ae52710d33480535f88ce60b11957ffccd0b196bdb58140ef0df198f7d7d2');
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
INSERT INTO "message" VALUES(1,1795900522323290,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795900522328315,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795900522324082,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795900522332536,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795900522328086,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795900522334684,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795900522331902,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795900522335957,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795900522333706,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795900522337845,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('hmyuhsahobpx4qsutqld3tuqzi','approve','waiting',1,1795900522328291,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"mi45nvrg53yp22djsmzulalu4a"}],"next_token":3,"steps":2,"told":["mi45nvrg53yp22djsmzulalu4a"]}',NULL,1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('dqlrndtjtyimt7hgmg3k3nymc4','approve','waiting',2,1795900522332524,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"j4wobo3uqtphdthhvshbykrcb4"}],"next_token":3,"steps":2,"told":["j4wobo3uqtphdthhvshbykrcb4"]}',NULL,2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('arysgz3lurhmvnjtfkll6kd4eq','fail','stopped',1,1795900522334678,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"vja5kbxqywp5bg2x5blhmznvbu"}],"next_token":3,"steps":2}',NULL,3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('qg5ao2otkzjuqts7zq5n55gp5m','doubt','stopped',2,1795900522335716,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"pn6z7vfm73uuqrvtc7cji7th24"}],"next_token":3,"steps":2}',NULL,4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('aa6as3e3ei7eiin4nhr2ueqpaa','gate','waiting',1,1795900522337841,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',NULL,5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795900522328315,'[["t","default"],["ask","[decision]"]]','hmyuhsahobpx4qsutqld3tuqzi');
INSERT INTO "step" VALUES(2,1,1795900522332536,'[["t","default"],["ask","[decision]"]]','dqlrndtjtyimt7hgmg3k3nymc4');
INSERT INTO "step" VALUES(3,1,1795900522334684,'[["t","default"],["look","[failure]"]]','arysgz3lurhmvnjtfkll6kd4eq');
INSERT INTO "step" VALUES(4,1,1795900522335721,'[["t","default"]]','qg5ao2otkzjuqts7zq5n55gp5m');
INSERT INTO "step" VALUES(5,2,1795900522335957,'[["give","[doubt]"]]','qg5ao2otkzjuqts7zq5n55gp5m');
INSERT INTO "step" VALUES(6,1,1795900522337845,'[["t","default"],["gate","[reply]"]]','aa6as3e3ei7eiin4nhr2ueqpaa');
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
INSERT INTO "tool_intent" VALUES('4vwc3ghijpssj7jmpkldneab4','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795900522335721,1795900552335721,1795900522335957,'"the line went dead"','qg5ao2otkzjuqts7zq5n55gp5m');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 21:15:21.860089+00:00');
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
