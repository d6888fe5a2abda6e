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
INSERT INTO "audit" VALUES(1,1795346546862532,'engine','process.started','assent','{}','0a6fb67d5b2a8657bdd3bee470b7c812eed0de5d5f5176692a26c8dd95c7f3d9');
INSERT INTO "audit" VALUES(2,1795346546907992,'play:ann','run.started','rv4mlfgfiepyaiwgty73edemiq','{}','63541738a9959a100f57f82e60d9c62549572f4e271dc6e3533bd83b540c14b1');
INSERT INTO "audit" VALUES(3,1795346546907992,'engine','handoff.opened.approval','a2glzhdco5o5nne5yujzhh5hd4','{}','7bef563466a8c9e6a9676965ce8156f6c8b9338b067fa1a463fadb559c7a61af');
INSERT INTO "audit" VALUES(4,1795346546909596,'play:bob','run.started','x3bfifpelrh72q3ql624om4eki','{}','59b68de9e79020c5da0ad6ae68df8bdc778ca3e4e5b43e891e25a47b07f3c5b8');
INSERT INTO "audit" VALUES(5,1795346546909596,'engine','handoff.opened.approval','gaojolzgcm2og2hzxupnvzpaji','{}','f023ff73b7870c4746611b3b4ffc266e7ed928040a9c0b99840163b077fae3a6');
INSERT INTO "audit" VALUES(6,1795346546911325,'play:cem','run.started','warob7bulajp3sv5x45akbyee4','{}','81a386274dcffe0f71d5ad794a5c8f2944695b6d0bf76689b4b4a1ddc61d696b');
INSERT INTO "audit" VALUES(7,1795346546911325,'engine','handoff.opened.failure','ehjbjmst2hyxyn3glpemxvbopu','{}','00272e938deda5039af95e0406dffa26e7c27f680f2b6b71a5178999a3605208');
INSERT INTO "audit" VALUES(8,1795346546913423,'play:dov','run.started','m7bxd35b7mqmbwb4bzxsvi4j5m','{}','160b8fc7c5a3ec56a25d2a2bdad9c3eb40af826ca1118d7d4683dd3e28a415d4');
INSERT INTO "audit" VALUES(9,1795346546913423,'engine','tool.intended','jhjw7m577j7f6otdzls2cwkjl','{"tool":"bank__give","run":"m7bxd35b7mqmbwb4bzxsvi4j5m"}','0ff82e79cea13a934c47bd09339e90ac51ed3e7949e635a43976a239eb1a026d');
INSERT INTO "audit" VALUES(10,1795346546913584,'engine','tool.unknown','jhjw7m577j7f6otdzls2cwkjl','{}','3c982c96beb9e0bb037edb7a6171ae1bae8da55734082ac746cd9b7a4d2426ad');
INSERT INTO "audit" VALUES(11,1795346546913584,'engine','handoff.opened.doubt','wdfimc7crimaox5q6jhthw3yjy','{}','5ef61a5fefb097aa65b1c1a15a4f04c84d271d27065277f6225f085433603998');
INSERT INTO "audit" VALUES(12,1795346546917386,'play:eve','run.started','obcmsuptxvqsxob5yjcxehsw6i','{}','37ca5b2389d70a65715b518701b0983b9069db3894f5e0f6bce88483ad32ea1d');
INSERT INTO "audit" VALUES(13,1795346546935329,'ana','handoff.rejecting','gaojolzgcm2og2hzxupnvzpaji','{"reason":"","via":"play:review"}','82a6c0b8b23833fe04dd547d46e9cda692734d7f413ca5a7958d72a506ab117c');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'rv4mlfgfiepyaiwgty73edemiq.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795346546914921);
INSERT INTO "board" VALUES(2,'x3bfifpelrh72q3ql624om4eki.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795346546914939);
INSERT INTO "board" VALUES(3,'rv4mlfgfiepyaiwgty73edemiq.1.1',3,'play:review','card','{"handoff":"a2glzhdco5o5nne5yujzhh5hd4","short_id":"a2glzh","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"11:22 AM UTC","opened_at":"2026-11-22T11:22:26.907992+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"11:22 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:22 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:a2glzhdco5o5nne5yujzhh5hd4:approve","label":"Approve","style":"positive"},{"token":"h1:a2glzhdco5o5nne5yujzhh5hd4:ask_reason","label":"Reject","style":"negative"}]}',1795346546916340);
INSERT INTO "board" VALUES(4,'warob7bulajp3sv5x45akbyee4.1.2',4,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795346546918145);
INSERT INTO "board" VALUES(5,'m7bxd35b7mqmbwb4bzxsvi4j5m.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795346546920965);
INSERT INTO "board" VALUES(6,'obcmsuptxvqsxob5yjcxehsw6i.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795346546920978);
INSERT INTO "board" VALUES(7,'x3bfifpelrh72q3ql624om4eki.1.1',10,'play:review','card','{"handoff":"gaojolzgcm2og2hzxupnvzpaji","short_id":"gaojol","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"11:22 AM UTC","opened_at":"2026-11-22T11:22:26.909596+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"11:22 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:22 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:gaojolzgcm2og2hzxupnvzpaji:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:gaojolzgcm2og2hzxupnvzpaji:reopen","label":"Do not reject","style":"neutral"}]}',1795346546921675);
INSERT INTO "board" VALUES(8,'warob7bulajp3sv5x45akbyee4.1.1',8,'play:review','card','{"handoff":"ehjbjmst2hyxyn3glpemxvbopu","short_id":"ehjbjm","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"11:22 AM UTC","opened_at":"2026-11-22T11:22:26.911325+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"11:22 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:22 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:ehjbjmst2hyxyn3glpemxvbopu:retry","label":"Retry","style":"positive"},{"token":"h1:ehjbjmst2hyxyn3glpemxvbopu:stop","label":"Stop","style":"negative"}]}',1795346546924438);
INSERT INTO "board" VALUES(9,'m7bxd35b7mqmbwb4bzxsvi4j5m.2.1',9,'play:review','card','{"handoff":"wdfimc7crimaox5q6jhthw3yjy","short_id":"wdfimc","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"11:22 AM UTC","opened_at":"2026-11-22T11:22:26.913584+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"jhjw7m577j7f6otdzls2cwkjl","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"11:22 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"11:22 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:wdfimc7crimaox5q6jhthw3yjy:stop","label":"Stop","style":"negative"}]}',1795346546926432);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','3','a2glzhdco5o5nne5yujzhh5hd4');
INSERT INTO "card" VALUES(2,'play:review','7','gaojolzgcm2og2hzxupnvzpaji');
INSERT INTO "card" VALUES(3,'play:review','8','ehjbjmst2hyxyn3glpemxvbopu');
INSERT INTO "card" VALUES(4,'play:review','9','wdfimc7crimaox5q6jhthw3yjy');
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
    "lane" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "payload" TEXT NOT NULL,
    "rendered" TEXT,
    "attempts" INT NOT NULL,
    "due_at" BIGINT,
    "lease_until" BIGINT,
    "detail" TEXT
);
INSERT INTO "effect" VALUES(1,'rv4mlfgfiepyaiwgty73edemiq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'rv4mlfgfiepyaiwgty73edemiq.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'x3bfifpelrh72q3ql624om4eki.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'x3bfifpelrh72q3ql624om4eki.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'warob7bulajp3sv5x45akbyee4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'warob7bulajp3sv5x45akbyee4.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'m7bxd35b7mqmbwb4bzxsvi4j5m.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'m7bxd35b7mqmbwb4bzxsvi4j5m.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'obcmsuptxvqsxob5yjcxehsw6i.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'x3bfifpelrh72q3ql624om4eki.2.1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "rejecting_by" VARCHAR(300),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('a2glzhdco5o5nne5yujzhh5hd4','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}"]]}','["play:review"]','play:ann',1795346546907992,NULL,NULL,1,'rv4mlfgfiepyaiwgty73edemiq');
INSERT INTO "handoff" VALUES('gaojolzgcm2og2hzxupnvzpaji','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}"]]}','["play:review"]','play:bob',1795346546909596,NULL,'play:ana@play:review',2,'x3bfifpelrh72q3ql624om4eki');
INSERT INTO "handoff" VALUES('ehjbjmst2hyxyn3glpemxvbopu','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795346546911325,NULL,NULL,3,'warob7bulajp3sv5x45akbyee4');
INSERT INTO "handoff" VALUES('wdfimc7crimaox5q6jhthw3yjy','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"jhjw7m577j7f6otdzls2cwkjl","detail":"the line went dead"}}','["play:review"]','play:dov',1795346546913584,NULL,NULL,4,'m7bxd35b7mqmbwb4bzxsvi4j5m');
CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" VARCHAR(300) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "payload" TEXT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "inbox" VALUES(1,'play/default/ann-1-10','done',NULL,1);
INSERT INTO "inbox" VALUES(2,'play/default/bob-2-20','done',NULL,2);
INSERT INTO "inbox" VALUES(3,'play/default/cem-3-x','done',NULL,3);
INSERT INTO "inbox" VALUES(4,'play/default/dov-4-30','done',NULL,4);
INSERT INTO "inbox" VALUES(5,'play/default/eve-5-hello','done',NULL,5);
CREATE TABLE "instance" (
    "name" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "value" TEXT NOT NULL
);
INSERT INTO "instance" VALUES('audit_head','13 82a6c0b8b23833fe04dd547d46e9cda692734d7f413ca5a7958d72a506ab117c');
INSERT INTO "instance" VALUES('id','6jjebyl4er2t5wksveypkgpc5a');
INSERT INTO "instance" VALUES('key','bd5771cf85f56e88bda81b723c6427d055761e1bde750c9b9d1dad697f62de72');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795346546906252,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795346546907992,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795346546907173,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795346546909596,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795346546907850,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795346546911325,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795346546909448,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795346546913584,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795346546910475,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795346546917386,'bot','{"id":"auth-ask-address"}',5);
CREATE TABLE "run" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "version" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "state" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('rv4mlfgfiepyaiwgty73edemiq','approve','waiting',1,1795346546907975,NULL,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"a2glzhdco5o5nne5yujzhh5hd4"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('x3bfifpelrh72q3ql624om4eki','approve','waiting',2,1795346546909592,NULL,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"gaojolzgcm2og2hzxupnvzpaji"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('warob7bulajp3sv5x45akbyee4','fail','stopped',1,1795346546911321,NULL,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"ehjbjmst2hyxyn3glpemxvbopu"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('m7bxd35b7mqmbwb4bzxsvi4j5m','doubt','stopped',2,1795346546913416,NULL,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"wdfimc7crimaox5q6jhthw3yjy"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('obcmsuptxvqsxob5yjcxehsw6i','gate','waiting',1,1795346546917381,NULL,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795346546907992,'[["t","default"],["ask","[decision]"]]','rv4mlfgfiepyaiwgty73edemiq');
INSERT INTO "step" VALUES(2,1,1795346546909596,'[["t","default"],["ask","[decision]"]]','x3bfifpelrh72q3ql624om4eki');
INSERT INTO "step" VALUES(3,1,1795346546911325,'[["t","default"],["look","[failure]"]]','warob7bulajp3sv5x45akbyee4');
INSERT INTO "step" VALUES(4,1,1795346546913423,'[["t","default"]]','m7bxd35b7mqmbwb4bzxsvi4j5m');
INSERT INTO "step" VALUES(5,2,1795346546913584,'[["give","[doubt]"]]','m7bxd35b7mqmbwb4bzxsvi4j5m');
INSERT INTO "step" VALUES(6,1,1795346546917386,'[["t","default"],["gate","[reply]"]]','obcmsuptxvqsxob5yjcxehsw6i');
CREATE TABLE "tool_intent" (
    "key" VARCHAR(25) NOT NULL  PRIMARY KEY,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "tool" TEXT NOT NULL,
    "arguments" TEXT NOT NULL,
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
INSERT INTO "tool_intent" VALUES('jhjw7m577j7f6otdzls2cwkjl','give',2,'bank__give','{"to":"30"}','once',0,1,'unknown',1795346546913423,1795346576913423,1795346546913584,'"the line went dead"','m7bxd35b7mqmbwb4bzxsvi4j5m');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 11:22:26.855693+00:00');
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
