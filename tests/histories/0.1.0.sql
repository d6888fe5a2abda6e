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
INSERT INTO "audit" VALUES(1,1795348655636841,'engine','process.started','assent','{}','217611490a3b5311bf19a953191123b018dd6c550880d8484fb2a1a448cd4342');
INSERT INTO "audit" VALUES(2,1795348655852365,'play:ann','run.started','2qf6uclenimjwrzvs2wh5ltapy','{}','dfa40238f63acd7017cc4f7b9191efb74b49e87c88e23895744d036bdb53b29d');
INSERT INTO "audit" VALUES(3,1795348655852365,'engine','handoff.opened.approval','nhjrszixfeef4my65lj7sbcx3i','{}','4911c56e1512e270042167d141ff21c59221afdf1763138c0c8db38a9cf3827d');
INSERT INTO "audit" VALUES(4,1795348655853083,'play:bob','run.started','dxakwujcydxa6flrkz3t2e7rhy','{}','476b9920796b31d877a5919a6a0113fe68e31234d8d096724cb8230a1bfbe484');
INSERT INTO "audit" VALUES(5,1795348655853083,'engine','handoff.opened.approval','edhkbkud6lg6qxlgq76iv5lpja','{}','c7588031e36329d7b5c79a064f50514eda3f27e4a09fca1cabfba507f5a129d6');
INSERT INTO "audit" VALUES(6,1795348655856684,'play:cem','run.started','vpueuytozcdche5plkbiunh5oa','{}','43328cb4d67f7efbbd9cd8a2deda53bf2893a63a90958b9106f04d83ac1003f5');
INSERT INTO "audit" VALUES(7,1795348655856684,'engine','handoff.opened.failure','chnoknotmj6o6ol6vsm7igshru','{}','b4656e0da123e97f48fa20f50ed9957eba92420a71199414d7078a7171069f08');
INSERT INTO "audit" VALUES(8,1795348655864515,'play:dov','run.started','vzejnqqs4wrrlpop3ozfhiyu74','{}','5652b4f246f639eb0dc1e92192258d664dc52fcaad8103cccb2f318b3adc684e');
INSERT INTO "audit" VALUES(9,1795348655864515,'engine','tool.intended','6ywy6hvepazr2mp5vq6mww5au','{"tool":"bank__give","run":"vzejnqqs4wrrlpop3ozfhiyu74"}','14971ec7f64d4e071a43680eb3a554a1c935d2015f99b2a3862c1b18c6e90c8a');
INSERT INTO "audit" VALUES(10,1795348655865141,'play:eve','run.started','qdsinzi7p6ob46dfo5j57jhbby','{}','ab3cd66f606d220f9c1fee15e7870cb1e4736a853398413ec5a7a714fc3229f0');
INSERT INTO "audit" VALUES(11,1795348655864709,'engine','tool.unknown','6ywy6hvepazr2mp5vq6mww5au','{}','b72b26bd33ed7c5fea3ccc1ff0203a66ebd57e34754a4458081d018514bb586f');
INSERT INTO "audit" VALUES(12,1795348655864709,'engine','handoff.opened.doubt','su7ldd4coyplj4tkvoiiqgkbqq','{}','73644bdeded3d8557c0685188b321763bed6f01247cf40a8756f7b453f34a5cf');
INSERT INTO "audit" VALUES(13,1795348655968323,'ana','handoff.rejecting','edhkbkud6lg6qxlgq76iv5lpja','{"reason":"","via":"play:review"}','946842db7ae8b2568eaea5aeadc5545deb9d479bdb894e792892eff2e60b722b');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'2qf6uclenimjwrzvs2wh5ltapy.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795348655881290);
INSERT INTO "board" VALUES(2,'dxakwujcydxa6flrkz3t2e7rhy.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795348655881311);
INSERT INTO "board" VALUES(3,'vpueuytozcdche5plkbiunh5oa.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795348655881330);
INSERT INTO "board" VALUES(4,'2qf6uclenimjwrzvs2wh5ltapy.1.1',4,'play:review','card','{"handoff":"nhjrszixfeef4my65lj7sbcx3i","short_id":"nhjrsz","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"11:57 AM UTC","opened_at":"2026-11-22T11:57:35.852365+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"11:57 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:57 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:nhjrszixfeef4my65lj7sbcx3i:approve","label":"Approve","style":"positive"},{"token":"h1:nhjrszixfeef4my65lj7sbcx3i:ask_reason","label":"Reject","style":"negative"}]}',1795348655885169);
INSERT INTO "board" VALUES(5,'qdsinzi7p6ob46dfo5j57jhbby.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795348655893020);
INSERT INTO "board" VALUES(6,'vzejnqqs4wrrlpop3ozfhiyu74.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795348655893042);
INSERT INTO "board" VALUES(7,'dxakwujcydxa6flrkz3t2e7rhy.1.1',10,'play:review','card','{"handoff":"edhkbkud6lg6qxlgq76iv5lpja","short_id":"edhkbk","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"11:57 AM UTC","opened_at":"2026-11-22T11:57:35.853083+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"11:57 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"11:57 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:edhkbkud6lg6qxlgq76iv5lpja:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:edhkbkud6lg6qxlgq76iv5lpja:reopen","label":"Do not reject","style":"neutral"}]}',1795348655904543);
INSERT INTO "board" VALUES(8,'vpueuytozcdche5plkbiunh5oa.1.1',8,'play:review','card','{"handoff":"chnoknotmj6o6ol6vsm7igshru","short_id":"chnokn","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"11:57 AM UTC","opened_at":"2026-11-22T11:57:35.856684+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"11:57 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"11:57 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:chnoknotmj6o6ol6vsm7igshru:retry","label":"Retry","style":"neutral"},{"token":"h1:chnoknotmj6o6ol6vsm7igshru:stop","label":"Stop","style":"negative"}]}',1795348655918885);
INSERT INTO "board" VALUES(9,'vzejnqqs4wrrlpop3ozfhiyu74.2.1',9,'play:review','card','{"handoff":"su7ldd4coyplj4tkvoiiqgkbqq","short_id":"su7ldd","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"11:57 AM UTC","opened_at":"2026-11-22T11:57:35.864709+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"6ywy6hvepazr2mp5vq6mww5au","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"11:57 AM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"11:57 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"11:57 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:su7ldd4coyplj4tkvoiiqgkbqq:ask_reference","label":"It happened","style":"positive"},{"token":"h1:su7ldd4coyplj4tkvoiiqgkbqq:retry","label":"It did not happen","style":"neutral"},{"token":"h1:su7ldd4coyplj4tkvoiiqgkbqq:stop","label":"Stop the request","style":"negative"}]}',1795348655942212);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','nhjrszixfeef4my65lj7sbcx3i');
INSERT INTO "card" VALUES(2,'play:review','7','edhkbkud6lg6qxlgq76iv5lpja');
INSERT INTO "card" VALUES(3,'play:review','8','chnoknotmj6o6ol6vsm7igshru');
INSERT INTO "card" VALUES(4,'play:review','9','su7ldd4coyplj4tkvoiiqgkbqq');
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
INSERT INTO "effect" VALUES(1,'2qf6uclenimjwrzvs2wh5ltapy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'2qf6uclenimjwrzvs2wh5ltapy.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'dxakwujcydxa6flrkz3t2e7rhy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'dxakwujcydxa6flrkz3t2e7rhy.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'vpueuytozcdche5plkbiunh5oa.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'vpueuytozcdche5plkbiunh5oa.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'qdsinzi7p6ob46dfo5j57jhbby.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'vzejnqqs4wrrlpop3ozfhiyu74.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'vzejnqqs4wrrlpop3ozfhiyu74.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'dxakwujcydxa6flrkz3t2e7rhy.2.1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('nhjrszixfeef4my65lj7sbcx3i','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]]}','["play:review"]','play:ann',1795348655852365,NULL,NULL,1,'2qf6uclenimjwrzvs2wh5ltapy');
INSERT INTO "handoff" VALUES('edhkbkud6lg6qxlgq76iv5lpja','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]]}','["play:review"]','play:bob',1795348655853083,NULL,'play:ana@play:review',2,'dxakwujcydxa6flrkz3t2e7rhy');
INSERT INTO "handoff" VALUES('chnoknotmj6o6ol6vsm7igshru','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795348655856684,NULL,NULL,3,'vpueuytozcdche5plkbiunh5oa');
INSERT INTO "handoff" VALUES('su7ldd4coyplj4tkvoiiqgkbqq','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"6ywy6hvepazr2mp5vq6mww5au","effect":"once","finding":"","sent_at":"2026-11-22T11:57:35.864515+00:00","detail":"the line went dead"},"retry_after":1795348695864515}','["play:review"]','play:dov',1795348655864709,NULL,NULL,4,'vzejnqqs4wrrlpop3ozfhiyu74');
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
INSERT INTO "instance" VALUES('audit_head','13 946842db7ae8b2568eaea5aeadc5545deb9d479bdb894e792892eff2e60b722b');
INSERT INTO "instance" VALUES('id','gcpomhezw24yymcsvkwfw7xc6y');
INSERT INTO "instance" VALUES('key','b62387a3d511f1b039096b3d7b2dc249b65c6103189b98706b21fb659e9873e7');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795348655843914,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795348655852365,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795348655844910,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795348655853083,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795348655845954,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795348655856684,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795348655853019,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795348655856311,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795348655865141,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795348655864709,'bot','{"id":"customer-being-checked"}',4);
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
INSERT INTO "run" VALUES('2qf6uclenimjwrzvs2wh5ltapy','approve','waiting',1,1795348655852342,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"nhjrszixfeef4my65lj7sbcx3i"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('dxakwujcydxa6flrkz3t2e7rhy','approve','waiting',2,1795348655853077,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"edhkbkud6lg6qxlgq76iv5lpja"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('vpueuytozcdche5plkbiunh5oa','fail','stopped',1,1795348655856676,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"chnoknotmj6o6ol6vsm7igshru"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('vzejnqqs4wrrlpop3ozfhiyu74','doubt','stopped',2,1795348655864507,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"su7ldd4coyplj4tkvoiiqgkbqq"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('qdsinzi7p6ob46dfo5j57jhbby','gate','waiting',1,1795348655865133,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795348655852365,'[["t","default"],["ask","[decision]"]]','2qf6uclenimjwrzvs2wh5ltapy');
INSERT INTO "step" VALUES(2,1,1795348655853083,'[["t","default"],["ask","[decision]"]]','dxakwujcydxa6flrkz3t2e7rhy');
INSERT INTO "step" VALUES(3,1,1795348655856684,'[["t","default"],["look","[failure]"]]','vpueuytozcdche5plkbiunh5oa');
INSERT INTO "step" VALUES(4,1,1795348655864515,'[["t","default"]]','vzejnqqs4wrrlpop3ozfhiyu74');
INSERT INTO "step" VALUES(5,1,1795348655865141,'[["t","default"],["gate","[reply]"]]','qdsinzi7p6ob46dfo5j57jhbby');
INSERT INTO "step" VALUES(6,2,1795348655864709,'[["give","[doubt]"]]','vzejnqqs4wrrlpop3ozfhiyu74');
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
INSERT INTO "tool_intent" VALUES('6ywy6hvepazr2mp5vq6mww5au','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795348655864515,1795348685864515,1795348655864709,'"the line went dead"','vzejnqqs4wrrlpop3ozfhiyu74');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 11:57:35.589535+00:00');
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
