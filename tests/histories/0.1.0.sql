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
INSERT INTO "audit" VALUES(1,1795346643748681,'engine','process.started','assent','{}','80228ca10f1315986481cc1407b9196c3d2191a67b27abf146105eaef2cbb0b8');
INSERT INTO "audit" VALUES(2,1795346643873707,'play:ann','run.started','s4tdk4ah3khzhgmircw6fxwqsa','{}','d4d1996c9f27c3704abc72d8e031499ec5d1e8c36c5c1bb828e168ed5faa7622');
INSERT INTO "audit" VALUES(3,1795346643873707,'engine','handoff.opened.failure','fdorihgcaqatr2gyaox2pn6xvy','{}','c0b855c9287a4372b8b0b90847fd35ac3494da39834acad3d23c1424122a33f5');
INSERT INTO "audit" VALUES(4,1795346643875249,'play:bob','run.started','nk3ac6risf3gmcq2b6y6txhosa','{}','de4bc167c70954f2bdf8e5b5cbc03dcf04a28654683415b7ce1fead0e94e367b');
INSERT INTO "audit" VALUES(5,1795346643875249,'engine','handoff.opened.failure','fdlj7iq2eoyd7no5xoh2uozwty','{}','c08edf439afae6c0acf3f23df44488efe43f5fc3b7a7c712df540a49187e54da');
INSERT INTO "audit" VALUES(6,1795346643876868,'play:cem','run.started','sconvmp7teptrebdxqzudroynm','{}','fefb94d565f6219427258494b395a7587cfdba8221ee8c95ac4f76a8276f1c64');
INSERT INTO "audit" VALUES(7,1795346643876868,'engine','handoff.opened.failure','xfgsadtz3rel7gsspfiwv3swai','{}','341284aee39a8a4c7869efe019f9a8d7b90d0e8d388af730d303fcd6ceb077ee');
INSERT INTO "audit" VALUES(8,1795346643878687,'play:dov','run.started','art5eghivh7mf6wrv7ixobwtxq','{}','32bf9049a8cb397a6c791f1b8cf1877993851d363141537bab767f616010cbae');
INSERT INTO "audit" VALUES(9,1795346643878687,'engine','tool.intended','jh52tkevatpm3teslcp6ab5gj','{"tool":"bank__give","run":"art5eghivh7mf6wrv7ixobwtxq"}','439d91246f9ba368de1fa2dcf94fb72e0ffb8281b40e49c201efe1430e7d2da2');
INSERT INTO "audit" VALUES(10,1795346643878831,'engine','tool.unknown','jh52tkevatpm3teslcp6ab5gj','{}','9ba71d026dad06cdb6f0bf679f2706db45e78b02b4941edc1fa810dd3afe1c53');
INSERT INTO "audit" VALUES(11,1795346643878831,'engine','handoff.opened.doubt','cgvxyfonljqz57jormv2cf65mq','{}','88fd091717ac154e5aec59ec55d02707539c1c6185ad468cfed37ad493c6c0bc');
INSERT INTO "audit" VALUES(12,1795346643882879,'play:eve','run.started','yerjkj6cpwlstib66za7ipxgoi','{}','285c48e30e089b3755dc7ee33645ea545d9ac9c4d872e4bc1bfc5e44545ad66e');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'s4tdk4ah3khzhgmircw6fxwqsa.1.2',1,'play:ann','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795346643879997);
INSERT INTO "board" VALUES(2,'nk3ac6risf3gmcq2b6y6txhosa.1.2',2,'play:bob','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795346643880012);
INSERT INTO "board" VALUES(3,'s4tdk4ah3khzhgmircw6fxwqsa.1.1',3,'play:review','card','{"handoff":"fdorihgcaqatr2gyaox2pn6xvy","short_id":"fdorih","state":"pending","title":"A request stopped at ask","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"The node ask could not do its work. A fault of ours; the log says more: AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","opened_label":"Requested","opened":"11:24 AM UTC","opened_at":"2026-11-22T11:24:03.873707+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"ask","note":""},{"label":"Cause","value":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"11:24 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:24 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:fdorihgcaqatr2gyaox2pn6xvy:retry","label":"Retry","style":"neutral"},{"token":"h1:fdorihgcaqatr2gyaox2pn6xvy:stop","label":"Stop","style":"negative"}]}',1795346643881823);
INSERT INTO "board" VALUES(4,'sconvmp7teptrebdxqzudroynm.1.2',4,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795346643883610);
INSERT INTO "board" VALUES(5,'art5eghivh7mf6wrv7ixobwtxq.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795346643886400);
INSERT INTO "board" VALUES(6,'yerjkj6cpwlstib66za7ipxgoi.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795346643886415);
INSERT INTO "board" VALUES(7,'nk3ac6risf3gmcq2b6y6txhosa.1.1',7,'play:review','card','{"handoff":"fdlj7iq2eoyd7no5xoh2uozwty","short_id":"fdlj7i","state":"pending","title":"A request stopped at ask","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"The node ask could not do its work. A fault of ours; the log says more: AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","opened_label":"Requested","opened":"11:24 AM UTC","opened_at":"2026-11-22T11:24:03.875249+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"ask","note":""},{"label":"Cause","value":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"11:24 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:24 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:fdlj7iq2eoyd7no5xoh2uozwty:retry","label":"Retry","style":"neutral"},{"token":"h1:fdlj7iq2eoyd7no5xoh2uozwty:stop","label":"Stop","style":"negative"}]}',1795346643886985);
INSERT INTO "board" VALUES(8,'sconvmp7teptrebdxqzudroynm.1.1',8,'play:review','card','{"handoff":"xfgsadtz3rel7gsspfiwv3swai","short_id":"xfgsad","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"11:24 AM UTC","opened_at":"2026-11-22T11:24:03.876868+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"11:24 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:24 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:xfgsadtz3rel7gsspfiwv3swai:retry","label":"Retry","style":"neutral"},{"token":"h1:xfgsadtz3rel7gsspfiwv3swai:stop","label":"Stop","style":"negative"}]}',1795346643889729);
INSERT INTO "board" VALUES(9,'art5eghivh7mf6wrv7ixobwtxq.2.1',9,'play:review','card','{"handoff":"cgvxyfonljqz57jormv2cf65mq","short_id":"cgvxyf","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"11:24 AM UTC","opened_at":"2026-11-22T11:24:03.878831+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"jh52tkevatpm3teslcp6ab5gj","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"11:24 AM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"11:24 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"11:24 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:cgvxyfonljqz57jormv2cf65mq:ask_reference","label":"It happened","style":"positive"},{"token":"h1:cgvxyfonljqz57jormv2cf65mq:retry","label":"It did not happen","style":"neutral"},{"token":"h1:cgvxyfonljqz57jormv2cf65mq:stop","label":"Stop the request","style":"negative"}]}',1795346643891964);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','3','fdorihgcaqatr2gyaox2pn6xvy');
INSERT INTO "card" VALUES(2,'play:review','7','fdlj7iq2eoyd7no5xoh2uozwty');
INSERT INTO "card" VALUES(3,'play:review','8','xfgsadtz3rel7gsspfiwv3swai');
INSERT INTO "card" VALUES(4,'play:review','9','cgvxyfonljqz57jormv2cf65mq');
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
INSERT INTO "effect" VALUES(1,'s4tdk4ah3khzhgmircw6fxwqsa.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'s4tdk4ah3khzhgmircw6fxwqsa.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'nk3ac6risf3gmcq2b6y6txhosa.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'nk3ac6risf3gmcq2b6y6txhosa.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'sconvmp7teptrebdxqzudroynm.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'sconvmp7teptrebdxqzudroynm.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'art5eghivh7mf6wrv7ixobwtxq.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'art5eghivh7mf6wrv7ixobwtxq.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'yerjkj6cpwlstib66za7ipxgoi.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('fdorihgcaqatr2gyaox2pn6xvy','approve','ask',2,'failure','','pending','{"kind":"failure","reason":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","error":{"node":"ask","field":"","path":"","code":"internal","detail":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''"}}','["play:review"]','play:ann',1795346643873707,NULL,NULL,1,'s4tdk4ah3khzhgmircw6fxwqsa');
INSERT INTO "handoff" VALUES('fdlj7iq2eoyd7no5xoh2uozwty','approve','ask',2,'failure','','pending','{"kind":"failure","reason":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''","error":{"node":"ask","field":"","path":"","code":"internal","detail":"AttributeError: ''NotedTools'' object has no attribute ''fingerprint''"}}','["play:review"]','play:bob',1795346643875249,NULL,NULL,2,'nk3ac6risf3gmcq2b6y6txhosa');
INSERT INTO "handoff" VALUES('xfgsadtz3rel7gsspfiwv3swai','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795346643876868,NULL,NULL,3,'sconvmp7teptrebdxqzudroynm');
INSERT INTO "handoff" VALUES('cgvxyfonljqz57jormv2cf65mq','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"jh52tkevatpm3teslcp6ab5gj","effect":"once","finding":"","sent_at":"2026-11-22T11:24:03.878687+00:00","detail":"the line went dead"},"retry_after":1795346683878687}','["play:review"]','play:dov',1795346643878831,NULL,NULL,4,'art5eghivh7mf6wrv7ixobwtxq');
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
INSERT INTO "instance" VALUES('audit_head','12 285c48e30e089b3755dc7ee33645ea545d9ac9c4d872e4bc1bfc5e44545ad66e');
INSERT INTO "instance" VALUES('id','mka2v6dkjq4veqykp2jypdpv6y');
INSERT INTO "instance" VALUES('key','3439145def54adea6c3b4bd2986a4ca6c910582c589a9d87c4f271492a738ca1');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795346643871886,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795346643873707,'bot','{"id":"customer-person-will-look"}',1);
INSERT INTO "message" VALUES(3,1795346643872800,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795346643875249,'bot','{"id":"customer-person-will-look"}',2);
INSERT INTO "message" VALUES(5,1795346643873568,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795346643876868,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795346643875135,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795346643878831,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795346643875898,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795346643882879,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('s4tdk4ah3khzhgmircw6fxwqsa','approve','stopped',1,1795346643873689,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"operator","handoff":"fdorihgcaqatr2gyaox2pn6xvy"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('nk3ac6risf3gmcq2b6y6txhosa','approve','stopped',1,1795346643875245,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"operator","handoff":"fdlj7iq2eoyd7no5xoh2uozwty"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('sconvmp7teptrebdxqzudroynm','fail','stopped',1,1795346643876864,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"xfgsadtz3rel7gsspfiwv3swai"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('art5eghivh7mf6wrv7ixobwtxq','doubt','stopped',2,1795346643878683,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea814c30a1c79b2060066be1a2e6ec41fc5b"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"cgvxyfonljqz57jormv2cf65mq"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('yerjkj6cpwlstib66za7ipxgoi','gate','waiting',1,1795346643882874,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795346643873707,'[["t","default"],["ask","[failure]"]]','s4tdk4ah3khzhgmircw6fxwqsa');
INSERT INTO "step" VALUES(2,1,1795346643875249,'[["t","default"],["ask","[failure]"]]','nk3ac6risf3gmcq2b6y6txhosa');
INSERT INTO "step" VALUES(3,1,1795346643876868,'[["t","default"],["look","[failure]"]]','sconvmp7teptrebdxqzudroynm');
INSERT INTO "step" VALUES(4,1,1795346643878687,'[["t","default"]]','art5eghivh7mf6wrv7ixobwtxq');
INSERT INTO "step" VALUES(5,2,1795346643878831,'[["give","[doubt]"]]','art5eghivh7mf6wrv7ixobwtxq');
INSERT INTO "step" VALUES(6,1,1795346643882879,'[["t","default"],["gate","[reply]"]]','yerjkj6cpwlstib66za7ipxgoi');
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
INSERT INTO "tool_intent" VALUES('jh52tkevatpm3teslcp6ab5gj','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea814c30a1c79b2060066be1a2e6ec41fc5b','once',0,1,'unknown',1795346643878687,1795346673878687,1795346643878831,'"the line went dead"','art5eghivh7mf6wrv7ixobwtxq');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 11:24:03.740564+00:00');
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
INSERT INTO "sqlite_sequence" VALUES('audit',12);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',9);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
