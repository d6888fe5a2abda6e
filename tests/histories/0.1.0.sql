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
INSERT INTO "audit" VALUES(1,1795889972600267,'engine','process.started','assent','{}','2cb914ecc10ef6bc0b33f05a76b032b35f66813eae4f6989a35353bb95d2e73e');
INSERT INTO "audit" VALUES(2,1795889972741162,'play:ann','run.started','cnt6pg72vg3a4m4cujsdetgigy','{}','27efcb5f3574a5c8caac438756a263aee7354d5e7267b7074bf3ad97779cdee2');
INSERT INTO "audit" VALUES(3,1795889972741162,'engine','handoff.opened.approval','76whimfkiqytcsev37dogekagq','{}','916e31056027c5379e537f2efa3c29c42fbbf2c018ad88e7a1192ab90174e5ad');
INSERT INTO "audit" VALUES(4,1795889972741803,'play:bob','run.started','r5774mnrpfgvyy5b5n6nb4sgiu','{}','925fbee88641a7ffc1179ad9478e9dbda4e6ef5b50971c5104ccbe9b4c3e0908');
INSERT INTO "audit" VALUES(5,1795889972741803,'engine','handoff.opened.approval','vpalndvqbbnkgsxq2bggwbnl4q','{}','5c7c6359dcbac712084e687a3b374803b34ca5d721189d80fe0a99ecbe506dc8');
INSERT INTO "audit" VALUES(6,1795889972743874,'play:cem','run.started','rjypkqikkfiqsaonqyg53hjab4','{}','c993c7697084ab2c7d9b98bab6389d24d3f184b0c64b2c4963e0544c2744078e');
INSERT INTO "audit" VALUES(7,1795889972743874,'engine','handoff.opened.failure','vsvok2azi6be6nwfkoizg2niqy','{}','e65fb2b28018405a93f3b9ebce7da69378fee6d6827716d7aaa4292d4078c963');
INSERT INTO "audit" VALUES(8,1795889972745976,'play:dov','run.started','o4yvyd3ikp6zsgviwgmtpaicbm','{}','6263a9d2920130135996ccbdad232c6edffebdfef31bbb14219ddd0a33636b59');
INSERT INTO "audit" VALUES(9,1795889972745976,'engine','tool.intended','n3j64pv7hvvg7f6bs66k3pjxp','{"tool":"bank__give","run":"o4yvyd3ikp6zsgviwgmtpaicbm"}','23cf555d1f4265cfd1fb7c522e9fef38215cd64edff7cdb4c4a3c6a38c88f8e6');
INSERT INTO "audit" VALUES(10,1795889972748748,'play:eve','run.started','jk7pfninwnhoufidikyzkk2r4m','{}','cd78257f5ed792b720d36af55a8a548cffbfe08225075ace3bfdca597a4be95d');
INSERT INTO "audit" VALUES(11,1795889972746135,'engine','tool.unknown','n3j64pv7hvvg7f6bs66k3pjxp','{}','31e674a4ded7ff8d01f1b354c57d02d9f0d075a0d0ea2fff1ecb0ba1803b5e2a');
INSERT INTO "audit" VALUES(12,1795889972746135,'engine','handoff.opened.doubt','k7qp3djkmq33dpiwpgq6bn3wle','{}','f4233b5521d72c1c56eb5097d0537bd4764b740fca9ce60fa756d063036cd9f3');
INSERT INTO "audit" VALUES(13,1795889972788931,'ana','handoff.rejecting','vpalndvqbbnkgsxq2bggwbnl4q','{"reason":"","via":"play:review"}','01e58a432e90737c5fbb976550f87a7d712d7cc2f1b21b4955887ea7c9c107cb');
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
INSERT INTO "board" VALUES(1,'cnt6pg72vg3a4m4cujsdetgigy.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795889972749883);
INSERT INTO "board" VALUES(2,'r5774mnrpfgvyy5b5n6nb4sgiu.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795889972749908);
INSERT INTO "board" VALUES(3,'rjypkqikkfiqsaonqyg53hjab4.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795889972749928);
INSERT INTO "board" VALUES(4,'cnt6pg72vg3a4m4cujsdetgigy.1.1',4,'play:review','card','{"handoff":"76whimfkiqytcsev37dogekagq","short_id":"76whim","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"6:19 PM UTC","opened_at":"2026-11-28T18:19:32.741162+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"6:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"6:19 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:76whimfkiqytcsev37dogekagq:approve","label":"Approve","style":"positive"},{"token":"h1:76whimfkiqytcsev37dogekagq:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:76whimfkiqytcsev37dogekagq:more","label":"More…","style":"neutral"},{"token":"h1:76whimfkiqytcsev37dogekagq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:76whimfkiqytcsev37dogekagq:open","label":"Open in private","style":"neutral"},{"token":"h1:76whimfkiqytcsev37dogekagq:claim","label":"I look after this","style":"neutral"},{"token":"h1:76whimfkiqytcsev37dogekagq:less","label":"Back","style":"neutral"}],"decided":false,"binding":["3adc8730b2341380d0f4716edb39c122","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795889972752732);
INSERT INTO "board" VALUES(5,'jk7pfninwnhoufidikyzkk2r4m.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","from":"bot"}',1795889972754641);
INSERT INTO "board" VALUES(6,'o4yvyd3ikp6zsgviwgmtpaicbm.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795889972754661);
INSERT INTO "board" VALUES(7,'r5774mnrpfgvyy5b5n6nb4sgiu.1.1',10,'play:review','card','{"handoff":"vpalndvqbbnkgsxq2bggwbnl4q","short_id":"vpalnd","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"6:19 PM UTC","opened_at":"2026-11-28T18:19:32.741803+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"6:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"6:19 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:because1","label":"Against our rules","style":"negative"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:because2","label":"Information is missing","style":"negative"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:because3","label":"Asked for twice","style":"negative"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:more","label":"More…","style":"neutral"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:open","label":"Open in private","style":"neutral"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:claim","label":"I look after this","style":"neutral"},{"token":"h1:vpalndvqbbnkgsxq2bggwbnl4q:less","label":"Back","style":"neutral"}],"decided":false,"binding":["f5dc77e0b1f207b84d3ff29fc40ce0bc","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795889972756950);
INSERT INTO "board" VALUES(8,'rjypkqikkfiqsaonqyg53hjab4.1.1',8,'play:review','card','{"handoff":"vsvok2azi6be6nwfkoizg2niqy","short_id":"vsvok2","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"6:19 PM UTC","opened_at":"2026-11-28T18:19:32.743874+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"6:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"6:19 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:retry","label":"Retry","style":"neutral"},{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:more","label":"More…","style":"neutral"},{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:open","label":"Open in private","style":"neutral"},{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:claim","label":"I look after this","style":"neutral"},{"token":"h1:vsvok2azi6be6nwfkoizg2niqy:less","label":"Back","style":"neutral"}],"decided":false,"binding":["226d8e59e154b6d0d02bbe715c833f25","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795889972765287);
INSERT INTO "board" VALUES(9,'o4yvyd3ikp6zsgviwgmtpaicbm.2.1',9,'play:review','card','{"handoff":"k7qp3djkmq33dpiwpgq6bn3wle","short_id":"k7qp3d","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"6:19 PM UTC","opened_at":"2026-11-28T18:19:32.746135+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"n3j64pv7hvvg7f6bs66k3pjxp","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"6:19 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"6:19 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"6:19 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:ask_reference","label":"It happened","style":"positive"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:retry","label":"It did not happen","style":"neutral"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:more","label":"More…","style":"neutral"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:open","label":"Open in private","style":"neutral"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:claim","label":"I look after this","style":"neutral"},{"token":"h1:k7qp3djkmq33dpiwpgq6bn3wle:less","label":"Back","style":"neutral"}],"decided":false,"binding":["90a0511e64c48431b92f639adbf87b8d","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795889972769664);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','76whimfkiqytcsev37dogekagq');
INSERT INTO "card" VALUES(2,'play:review','7','vpalndvqbbnkgsxq2bggwbnl4q');
INSERT INTO "card" VALUES(3,'play:review','8','vsvok2azi6be6nwfkoizg2niqy');
INSERT INTO "card" VALUES(4,'play:review','9','k7qp3djkmq33dpiwpgq6bn3wle');
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
    "proven_at" BIGINT
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL);
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
INSERT INTO "effect" VALUES(1,'cnt6pg72vg3a4m4cujsdetgigy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'cnt6pg72vg3a4m4cujsdetgigy.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'r5774mnrpfgvyy5b5n6nb4sgiu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'r5774mnrpfgvyy5b5n6nb4sgiu.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'rjypkqikkfiqsaonqyg53hjab4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'rjypkqikkfiqsaonqyg53hjab4.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'jk7pfninwnhoufidikyzkk2r4m.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'o4yvyd3ikp6zsgviwgmtpaicbm.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'o4yvyd3ikp6zsgviwgmtpaicbm.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'r5774mnrpfgvyy5b5n6nb4sgiu.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('76whimfkiqytcsev37dogekagq','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795889972741162,NULL,1795893572741162,NULL,NULL,NULL,1,'cnt6pg72vg3a4m4cujsdetgigy');
INSERT INTO "handoff" VALUES('vpalndvqbbnkgsxq2bggwbnl4q','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795889972741803,NULL,1795893572741803,NULL,'play:ana@play:review',NULL,2,'r5774mnrpfgvyy5b5n6nb4sgiu');
INSERT INTO "handoff" VALUES('vsvok2azi6be6nwfkoizg2niqy','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795889972743874,NULL,1795893572743874,NULL,NULL,NULL,3,'rjypkqikkfiqsaonqyg53hjab4');
INSERT INTO "handoff" VALUES('k7qp3djkmq33dpiwpgq6bn3wle','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"n3j64pv7hvvg7f6bs66k3pjxp","effect":"once","finding":"","sent_at":"2026-11-28T18:19:32.745976+00:00","detail":"the line went dead"},"retry_after":1795890012745976,"remind":[3600,86400]}','["play:review"]','play:dov',1795889972746135,NULL,1795893572746135,NULL,NULL,NULL,4,'o4yvyd3ikp6zsgviwgmtpaicbm');
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
INSERT INTO "instance" VALUES('audit_head','13 01e58a432e90737c5fbb976550f87a7d712d7cc2f1b21b4955887ea7c9c107cb');
INSERT INTO "instance" VALUES('id','i4hk2v44hddy4yfpoeq7byccru');
INSERT INTO "instance" VALUES('key','f8d73aebd6f8efb650535ed97669b0cc13f112d0883774d3763f7e31367d2d29');
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
INSERT INTO "message" VALUES(1,1795889972738106,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795889972741162,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795889972739016,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795889972741803,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795889972739994,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795889972743874,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795889972741724,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795889972743549,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795889972748748,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795889972746135,'bot','{"id":"customer-being-checked"}',4);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('cnt6pg72vg3a4m4cujsdetgigy','approve','waiting',1,1795889972741137,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"76whimfkiqytcsev37dogekagq"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('r5774mnrpfgvyy5b5n6nb4sgiu','approve','waiting',2,1795889972741799,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"vpalndvqbbnkgsxq2bggwbnl4q"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('rjypkqikkfiqsaonqyg53hjab4','fail','stopped',1,1795889972743868,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"vsvok2azi6be6nwfkoizg2niqy"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('o4yvyd3ikp6zsgviwgmtpaicbm','doubt','stopped',2,1795889972745970,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"k7qp3djkmq33dpiwpgq6bn3wle"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('jk7pfninwnhoufidikyzkk2r4m','gate','waiting',1,1795889972748742,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795889972741162,'[["t","default"],["ask","[decision]"]]','cnt6pg72vg3a4m4cujsdetgigy');
INSERT INTO "step" VALUES(2,1,1795889972741803,'[["t","default"],["ask","[decision]"]]','r5774mnrpfgvyy5b5n6nb4sgiu');
INSERT INTO "step" VALUES(3,1,1795889972743874,'[["t","default"],["look","[failure]"]]','rjypkqikkfiqsaonqyg53hjab4');
INSERT INTO "step" VALUES(4,1,1795889972745976,'[["t","default"]]','o4yvyd3ikp6zsgviwgmtpaicbm');
INSERT INTO "step" VALUES(5,1,1795889972748748,'[["t","default"],["gate","[reply]"]]','jk7pfninwnhoufidikyzkk2r4m');
INSERT INTO "step" VALUES(6,2,1795889972746135,'[["give","[doubt]"]]','o4yvyd3ikp6zsgviwgmtpaicbm');
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
INSERT INTO "tool_intent" VALUES('n3j64pv7hvvg7f6bs66k3pjxp','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795889972745976,1795890002745976,1795889972746135,'"the line went dead"','o4yvyd3ikp6zsgviwgmtpaicbm');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 18:19:32.583874+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
CREATE INDEX "idx_code_count_contact_610b12" ON "code_count" ("contact");
CREATE INDEX "idx_code_count_chat_fe1ac0" ON "code_count" ("chat");
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',10);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
