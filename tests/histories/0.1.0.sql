BEGIN TRANSACTION;
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795346813451614,'engine','process.started','assent','{}','f999e97ecd98ce41c60e6f8ecee4c0b70db24ef3cf4ba427d956042e5f76db0b');
INSERT INTO "audit" VALUES(2,1795346813569188,'play:ann','run.started','dtssgfdxvlzikxe4c7dms7z64m','{}','6cb5b1c984624b9dfb35c21f086c1d4b6eba082d1d6889b20431df7e79e3abae');
INSERT INTO "audit" VALUES(3,1795346813569188,'engine','handoff.opened.approval','kecdgox3c6iaauzejblvuayr6m','{}','3f0f2ffef86d6e06d6ea3fe44d1a9a0dfbf14f5d8a55b0dcc12f2326f324b7ca');
INSERT INTO "audit" VALUES(4,1795346813569591,'play:bob','run.started','yceocjyevyc6bxr6wqnuhkneny','{}','4b844379fc8bcf8ffeaccce8b03c08d14713db1e47dc6073e3776e9bc6a7cff1');
INSERT INTO "audit" VALUES(5,1795346813569591,'engine','handoff.opened.approval','b6lyi347lkigrvf6x5a2n57xty','{}','149c6b8e721eb0f30ce765e9f9ca0d5a2132f808a7755c6ce0d2e00cb9d92b30');
INSERT INTO "audit" VALUES(6,1795346813571555,'play:cem','run.started','avrc2m5dyljzsu7rmntfgy7nom','{}','38d64527e03191fa54981d93d1224d79efb8e986d5310baead2a54603083ddba');
INSERT INTO "audit" VALUES(7,1795346813571555,'engine','handoff.opened.failure','npfp74v7mzsr32cbwqeedzdkee','{}','9437aaf2d7e95d3ba52d9872fd47fd8933c9ba45fe524237da03a19e6f19038f');
INSERT INTO "audit" VALUES(8,1795346813573692,'play:dov','run.started','pm5xhobvui773dl7234qr7pm2q','{}','1002c29dfd79fdedf77c68a358f900421f131debbe2e00aaf65d1088e82e90ce');
INSERT INTO "audit" VALUES(9,1795346813573692,'engine','tool.intended','6lvy3vjg47yrvjcpl5ddefjgb','{"tool":"bank__give","run":"pm5xhobvui773dl7234qr7pm2q"}','de4f8752ea4221e8b914caffb1f4a57fbcce215b4eaeebd0d4d96ee4d6b282ad');
INSERT INTO "audit" VALUES(10,1795346813574262,'play:eve','run.started','7vcfawnegtsgwlu2zwfljktw5m','{}','6271b07040f38ae11a730ed8aae07bf5ebbfcf336e74cc4e379052f647d32805');
INSERT INTO "audit" VALUES(11,1795346813573835,'engine','tool.unknown','6lvy3vjg47yrvjcpl5ddefjgb','{}','2202948d2b10939b39eb4b6e93a6508b7f0bd400c4779a9b8dcf1c04c49bcf64');
INSERT INTO "audit" VALUES(12,1795346813573835,'engine','handoff.opened.doubt','pjjpcdtkvgovyserew2swj2vrm','{}','5ac276424c10d58e4a0efaee269eb24d8514a76eac6272b381f80885c6d559bf');
INSERT INTO "audit" VALUES(13,1795346813600425,'ana','handoff.rejecting','b6lyi347lkigrvf6x5a2n57xty','{"reason":"","via":"play:review"}','f2a12d50650a7a16dd2aaba0fabce553ec01755950c316e7e5234e66b56f7d8e');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'dtssgfdxvlzikxe4c7dms7z64m.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795346813576804);
INSERT INTO "board" VALUES(2,'yceocjyevyc6bxr6wqnuhkneny.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795346813576822);
INSERT INTO "board" VALUES(3,'avrc2m5dyljzsu7rmntfgy7nom.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795346813576839);
INSERT INTO "board" VALUES(4,'dtssgfdxvlzikxe4c7dms7z64m.1.1',4,'play:review','card','{"handoff":"kecdgox3c6iaauzejblvuayr6m","short_id":"kecdgo","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"11:26 AM UTC","opened_at":"2026-11-22T11:26:53.569188+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"11:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:kecdgox3c6iaauzejblvuayr6m:approve","label":"Approve","style":"positive"},{"token":"h1:kecdgox3c6iaauzejblvuayr6m:ask_reason","label":"Reject","style":"negative"}]}',1795346813578589);
INSERT INTO "board" VALUES(5,'7vcfawnegtsgwlu2zwfljktw5m.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795346813580185);
INSERT INTO "board" VALUES(6,'pm5xhobvui773dl7234qr7pm2q.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795346813580202);
INSERT INTO "board" VALUES(7,'yceocjyevyc6bxr6wqnuhkneny.1.1',10,'play:review','card','{"handoff":"b6lyi347lkigrvf6x5a2n57xty","short_id":"b6lyi3","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"11:26 AM UTC","opened_at":"2026-11-22T11:26:53.569591+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"11:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:b6lyi347lkigrvf6x5a2n57xty:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:b6lyi347lkigrvf6x5a2n57xty:reopen","label":"Do not reject","style":"neutral"}]}',1795346813582468);
INSERT INTO "board" VALUES(8,'avrc2m5dyljzsu7rmntfgy7nom.1.1',8,'play:review','card','{"handoff":"npfp74v7mzsr32cbwqeedzdkee","short_id":"npfp74","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"11:26 AM UTC","opened_at":"2026-11-22T11:26:53.571555+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"11:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:npfp74v7mzsr32cbwqeedzdkee:retry","label":"Retry","style":"neutral"},{"token":"h1:npfp74v7mzsr32cbwqeedzdkee:stop","label":"Stop","style":"negative"}]}',1795346813584806);
INSERT INTO "board" VALUES(9,'pm5xhobvui773dl7234qr7pm2q.2.1',9,'play:review','card','{"handoff":"pjjpcdtkvgovyserew2swj2vrm","short_id":"pjjpcd","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"11:26 AM UTC","opened_at":"2026-11-22T11:26:53.573835+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"6lvy3vjg47yrvjcpl5ddefjgb","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"11:26 AM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"11:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"11:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pjjpcdtkvgovyserew2swj2vrm:ask_reference","label":"It happened","style":"positive"},{"token":"h1:pjjpcdtkvgovyserew2swj2vrm:retry","label":"It did not happen","style":"neutral"},{"token":"h1:pjjpcdtkvgovyserew2swj2vrm:stop","label":"Stop the request","style":"negative"}]}',1795346813587095);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','kecdgox3c6iaauzejblvuayr6m');
INSERT INTO "card" VALUES(2,'play:review','7','b6lyi347lkigrvf6x5a2n57xty');
INSERT INTO "card" VALUES(3,'play:review','8','npfp74v7mzsr32cbwqeedzdkee');
INSERT INTO "card" VALUES(4,'play:review','9','pjjpcdtkvgovyserew2swj2vrm');
CREATE TABLE "challenge" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
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
    "locale" VARCHAR(35) NOT NULL
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en');
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en');
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en');
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en');
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en');
CREATE TABLE "decision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "action" VARCHAR(12) NOT NULL,
    "person" VARCHAR(100),
    "person_name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "via" VARCHAR(200) NOT NULL,
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
INSERT INTO "effect" VALUES(1,'dtssgfdxvlzikxe4c7dms7z64m.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'dtssgfdxvlzikxe4c7dms7z64m.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'yceocjyevyc6bxr6wqnuhkneny.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'yceocjyevyc6bxr6wqnuhkneny.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'avrc2m5dyljzsu7rmntfgy7nom.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'avrc2m5dyljzsu7rmntfgy7nom.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'7vcfawnegtsgwlu2zwfljktw5m.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'pm5xhobvui773dl7234qr7pm2q.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'pm5xhobvui773dl7234qr7pm2q.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'yceocjyevyc6bxr6wqnuhkneny.2.1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "asked_by" VARCHAR(300),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('kecdgox3c6iaauzejblvuayr6m','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa85fd4ce136e0f9cefa3c6f8b7f1f5770"]]}','["play:review"]','play:ann',1795346813569188,NULL,NULL,1,'dtssgfdxvlzikxe4c7dms7z64m');
INSERT INTO "handoff" VALUES('b6lyi347lkigrvf6x5a2n57xty','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b1fba1970ed4a8243229f0f6828681050"]]}','["play:review"]','play:bob',1795346813569591,NULL,'play:ana@play:review',2,'yceocjyevyc6bxr6wqnuhkneny');
INSERT INTO "handoff" VALUES('npfp74v7mzsr32cbwqeedzdkee','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795346813571555,NULL,NULL,3,'avrc2m5dyljzsu7rmntfgy7nom');
INSERT INTO "handoff" VALUES('pjjpcdtkvgovyserew2swj2vrm','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"6lvy3vjg47yrvjcpl5ddefjgb","effect":"once","finding":"","sent_at":"2026-11-22T11:26:53.573692+00:00","detail":"the line went dead"},"retry_after":1795346853573692}','["play:review"]','play:dov',1795346813573835,NULL,NULL,4,'pm5xhobvui773dl7234qr7pm2q');
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
INSERT INTO "instance" VALUES('audit_head','13 f2a12d50650a7a16dd2aaba0fabce553ec01755950c316e7e5234e66b56f7d8e');
INSERT INTO "instance" VALUES('id','ervrtzvv4mxepohzmcvscqpg5i');
INSERT INTO "instance" VALUES('key','3ec960c12a6f6a70108e272baa732b34d98c29e264692dd3bca39a9907630dc0');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795346813566603,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795346813569188,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795346813567641,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795346813569591,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795346813568315,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795346813571555,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795346813569553,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795346813571219,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795346813574262,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795346813573835,'bot','{"id":"customer-being-checked"}',4);
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
INSERT INTO "run" VALUES('dtssgfdxvlzikxe4c7dms7z64m','approve','waiting',1,1795346813569168,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"kecdgox3c6iaauzejblvuayr6m"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('yceocjyevyc6bxr6wqnuhkneny','approve','waiting',2,1795346813569587,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"b6lyi347lkigrvf6x5a2n57xty"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('avrc2m5dyljzsu7rmntfgy7nom','fail','stopped',1,1795346813571549,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"npfp74v7mzsr32cbwqeedzdkee"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('pm5xhobvui773dl7234qr7pm2q','doubt','stopped',2,1795346813573687,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea814c30a1c79b2060066be1a2e6ec41fc5b"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"pjjpcdtkvgovyserew2swj2vrm"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('7vcfawnegtsgwlu2zwfljktw5m','gate','waiting',1,1795346813574253,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795346813569188,'[["t","default"],["ask","[decision]"]]','dtssgfdxvlzikxe4c7dms7z64m');
INSERT INTO "step" VALUES(2,1,1795346813569591,'[["t","default"],["ask","[decision]"]]','yceocjyevyc6bxr6wqnuhkneny');
INSERT INTO "step" VALUES(3,1,1795346813571555,'[["t","default"],["look","[failure]"]]','avrc2m5dyljzsu7rmntfgy7nom');
INSERT INTO "step" VALUES(4,1,1795346813573692,'[["t","default"]]','pm5xhobvui773dl7234qr7pm2q');
INSERT INTO "step" VALUES(5,1,1795346813574262,'[["t","default"],["gate","[reply]"]]','7vcfawnegtsgwlu2zwfljktw5m');
INSERT INTO "step" VALUES(6,2,1795346813573835,'[["give","[doubt]"]]','pm5xhobvui773dl7234qr7pm2q');
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
INSERT INTO "tool_intent" VALUES('6lvy3vjg47yrvjcpl5ddefjgb','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea814c30a1c79b2060066be1a2e6ec41fc5b','once',0,1,'unknown',1795346813573692,1795346843573692,1795346813573835,'"the line went dead"','pm5xhobvui773dl7234qr7pm2q');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 11:26:53.443925+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
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
