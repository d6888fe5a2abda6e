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
INSERT INTO "audit" VALUES(1,1795344668586749,'play:ann','run.started','p5e3kdlu6cxuqa6hjh6ue4k22e','{"workflow":"5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b"}','c2d59ec2888ce5c1745c2c03b7bbf418eb254fe6d515f5ab72d867d8e79466d5');
INSERT INTO "audit" VALUES(2,1795344668586749,'engine','handoff.opened.approval','xsfihdhgfug3mmpjsvlwkrcvmm','{"run":"p5e3kdlu6cxuqa6hjh6ue4k22e","node":"ask"}','5ac7b01247ef7c5d981f4d9738078d6d4890ab027f1ee43a7de373d8491e476b');
INSERT INTO "audit" VALUES(3,1795344668588665,'play:bob','run.started','yey6bxsb4uengrxox4glovjxfi','{"workflow":"5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b"}','838157d83ce5d0c1d780944b9e83a07906124c9268803ac60038a4d52b619501');
INSERT INTO "audit" VALUES(4,1795344668588665,'engine','handoff.opened.approval','lh3yb7w233cm2253vin5aaiqyi','{"run":"yey6bxsb4uengrxox4glovjxfi","node":"ask"}','cb6758e5d6c930e6b5204d1d641b04825d4eded555b4f04a9a1db128ec596641');
INSERT INTO "audit" VALUES(5,1795344668590271,'play:cem','run.started','zwafyutnn6ihxzfpuiki2d5zga','{"workflow":"0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889"}','20e840b913920ebdd85e15bc1dfad037c9387a5ca19960c6666124710c0ea886');
INSERT INTO "audit" VALUES(6,1795344668590271,'engine','handoff.opened.failure','pshgwauwkrff3wuq2njwvan62u','{"run":"zwafyutnn6ihxzfpuiki2d5zga","node":"look"}','8a3552aef38c021e416d7eaf2fc77cbdca64d5ebda9536f8d686507b5dbdc790');
INSERT INTO "audit" VALUES(7,1795344668593077,'play:dov','run.started','dlxmrpqj7bmdusgwuqd25fp2lu','{"workflow":"9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b"}','c7159e64a8598703e157140807ae34b9ee9e7479c1ceab5fde420e36c6796c68');
INSERT INTO "audit" VALUES(8,1795344668593077,'engine','tool.intended','gwfw5plynex5srzl46gjteqxi','{"tool":"bank__give","run":"dlxmrpqj7bmdusgwuqd25fp2lu"}','18bfbfe5a8355c02010a0b0ac815416559b51c24e90bfcebd4a3ec4d0c57a195');
INSERT INTO "audit" VALUES(9,1795344668593253,'engine','tool.unknown','gwfw5plynex5srzl46gjteqxi','{}','5b3eb4a3e5fc41c0340f368408b7ebb25b93991e5beb3c46b93b9f07f2b0c92b');
INSERT INTO "audit" VALUES(10,1795344668593253,'engine','handoff.opened.doubt','qw5nglov56nftad5p6dediwouy','{"run":"dlxmrpqj7bmdusgwuqd25fp2lu","node":"give"}','02e3ab609da69a30874e3d97f2fe12bfe26059cc992f18c043e21c511c6170e2');
INSERT INTO "audit" VALUES(11,1795344668596010,'play:eve','run.started','lrab5iloylc4aoe4kj4ujggpvi','{"workflow":"f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166"}','dca46a17fb968e5d0f666422f54d5aab291b785fcb83ee0859c566a798415afc');
INSERT INTO "audit" VALUES(12,1795344668614455,'ana','handoff.rejecting','lh3yb7w233cm2253vin5aaiqyi','{"reason":"","via":"play:review"}','5cd316961b70e9c0be611bb28163ab4a5ba3c5259b9009d93e01ff89e9b51ed7');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'p5e3kdlu6cxuqa6hjh6ue4k22e.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795344668593666);
INSERT INTO "board" VALUES(2,'yey6bxsb4uengrxox4glovjxfi.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795344668593690);
INSERT INTO "board" VALUES(3,'p5e3kdlu6cxuqa6hjh6ue4k22e.1.1',3,'play:review','card','{"handoff":"xsfihdhgfug3mmpjsvlwkrcvmm","short_id":"xsfihd","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"10:51 AM UTC","opened_at":"2026-11-22T10:51:08.586749+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"10:51 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"10:51 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:xsfihdhgfug3mmpjsvlwkrcvmm:approve","label":"Approve","style":"positive"},{"token":"h1:xsfihdhgfug3mmpjsvlwkrcvmm:ask_reason","label":"Reject","style":"negative"}]}',1795344668594962);
INSERT INTO "board" VALUES(4,'zwafyutnn6ihxzfpuiki2d5zga.1.2',4,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795344668596106);
INSERT INTO "board" VALUES(5,'dlxmrpqj7bmdusgwuqd25fp2lu.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795344668599240);
INSERT INTO "board" VALUES(6,'lrab5iloylc4aoe4kj4ujggpvi.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795344668599298);
INSERT INTO "board" VALUES(7,'yey6bxsb4uengrxox4glovjxfi.1.1',10,'play:review','card','{"handoff":"lh3yb7w233cm2253vin5aaiqyi","short_id":"lh3yb7","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"10:51 AM UTC","opened_at":"2026-11-22T10:51:08.588665+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"10:51 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"10:51 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:lh3yb7w233cm2253vin5aaiqyi:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:lh3yb7w233cm2253vin5aaiqyi:reopen","label":"Do not reject","style":"negative"}]}',1795344668599917);
INSERT INTO "board" VALUES(8,'zwafyutnn6ihxzfpuiki2d5zga.1.1',8,'play:review','card','{"handoff":"pshgwauwkrff3wuq2njwvan62u","short_id":"pshgwa","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"10:51 AM UTC","opened_at":"2026-11-22T10:51:08.590271+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"10:51 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"10:51 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pshgwauwkrff3wuq2njwvan62u:retry","label":"Retry","style":"positive"},{"token":"h1:pshgwauwkrff3wuq2njwvan62u:stop","label":"Stop","style":"negative"}]}',1795344668603006);
INSERT INTO "board" VALUES(9,'dlxmrpqj7bmdusgwuqd25fp2lu.2.1',9,'play:review','card','{"handoff":"qw5nglov56nftad5p6dediwouy","short_id":"qw5ngl","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"10:51 AM UTC","opened_at":"2026-11-22T10:51:08.593253+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"gwfw5plynex5srzl46gjteqxi","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"10:51 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"10:51 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:qw5nglov56nftad5p6dediwouy:stop","label":"Stop","style":"negative"}]}',1795344668605269);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','3','xsfihdhgfug3mmpjsvlwkrcvmm');
INSERT INTO "card" VALUES(2,'play:review','7','lh3yb7w233cm2253vin5aaiqyi');
INSERT INTO "card" VALUES(3,'play:review','8','pshgwauwkrff3wuq2njwvan62u');
INSERT INTO "card" VALUES(4,'play:review','9','qw5nglov56nftad5p6dediwouy');
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
INSERT INTO "effect" VALUES(1,'p5e3kdlu6cxuqa6hjh6ue4k22e.1.1','play:review','card','sent','{"handoff":"xsfihdhgfug3mmpjsvlwkrcvmm"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'p5e3kdlu6cxuqa6hjh6ue4k22e.1.2','play:ann','text','sent','{"words":{"id":"customer-escalated"},"locale":"en"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'yey6bxsb4uengrxox4glovjxfi.1.1','play:review','card','sent','{"handoff":"lh3yb7w233cm2253vin5aaiqyi"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'yey6bxsb4uengrxox4glovjxfi.1.2','play:bob','text','sent','{"words":{"id":"customer-escalated"},"locale":"en"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'zwafyutnn6ihxzfpuiki2d5zga.1.1','play:review','card','sent','{"handoff":"pshgwauwkrff3wuq2njwvan62u"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'zwafyutnn6ihxzfpuiki2d5zga.1.2','play:cem','text','sent','{"words":{"id":"customer-person-will-look"},"locale":"en"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'dlxmrpqj7bmdusgwuqd25fp2lu.2.1','play:review','card','sent','{"handoff":"qw5nglov56nftad5p6dediwouy"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'dlxmrpqj7bmdusgwuqd25fp2lu.2.2','play:dov','text','sent','{"words":{"id":"customer-being-checked"},"locale":"en"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'lrab5iloylc4aoe4kj4ujggpvi.1.1','play:eve','text','sent','{"words":{"id":"auth-ask-address"},"locale":"en"}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'yey6bxsb4uengrxox4glovjxfi.2.1','play:review','edit','sent','{"handoff":"lh3yb7w233cm2253vin5aaiqyi"}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('xsfihdhgfug3mmpjsvlwkrcvmm','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}"]]}','["play:review"]','play:ann',1795344668586749,NULL,NULL,1,'p5e3kdlu6cxuqa6hjh6ue4k22e');
INSERT INTO "handoff" VALUES('lh3yb7w233cm2253vin5aaiqyi','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}"]]}','["play:review"]','play:bob',1795344668588665,NULL,'play:ana@play:review',2,'yey6bxsb4uengrxox4glovjxfi');
INSERT INTO "handoff" VALUES('pshgwauwkrff3wuq2njwvan62u','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795344668590271,NULL,NULL,3,'zwafyutnn6ihxzfpuiki2d5zga');
INSERT INTO "handoff" VALUES('qw5nglov56nftad5p6dediwouy','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"gwfw5plynex5srzl46gjteqxi","detail":"the line went dead"}}','["play:review"]','play:dov',1795344668593253,NULL,NULL,4,'dlxmrpqj7bmdusgwuqd25fp2lu');
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
INSERT INTO "instance" VALUES('id','f2l7lpnuqtnpj2dqlpyiizoeby');
INSERT INTO "instance" VALUES('key','c831e4a4e1fc7b27159ac6ad968a5021ef2a85987b2a0b8ea286016c7f60bfd7');
INSERT INTO "instance" VALUES('audit_head','12 5cd316961b70e9c0be611bb28163ab4a5ba3c5259b9009d93e01ff89e9b51ed7');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795344668584821,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795344668586749,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795344668585819,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795344668588665,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795344668586581,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795344668590271,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795344668588538,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795344668593253,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795344668590143,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795344668596010,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('p5e3kdlu6cxuqa6hjh6ue4k22e','approve','waiting',1,1795344668586725,NULL,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"xsfihdhgfug3mmpjsvlwkrcvmm"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('yey6bxsb4uengrxox4glovjxfi','approve','waiting',2,1795344668588659,NULL,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"lh3yb7w233cm2253vin5aaiqyi"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('zwafyutnn6ihxzfpuiki2d5zga','fail','stopped',1,1795344668590265,NULL,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"pshgwauwkrff3wuq2njwvan62u"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('dlxmrpqj7bmdusgwuqd25fp2lu','doubt','stopped',2,1795344668593068,NULL,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"qw5nglov56nftad5p6dediwouy"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('lrab5iloylc4aoe4kj4ujggpvi','gate','waiting',1,1795344668596006,NULL,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795344668586749,'[["t","default"],["ask","[decision]"]]','p5e3kdlu6cxuqa6hjh6ue4k22e');
INSERT INTO "step" VALUES(2,1,1795344668588665,'[["t","default"],["ask","[decision]"]]','yey6bxsb4uengrxox4glovjxfi');
INSERT INTO "step" VALUES(3,1,1795344668590271,'[["t","default"],["look","[failure]"]]','zwafyutnn6ihxzfpuiki2d5zga');
INSERT INTO "step" VALUES(4,1,1795344668593077,'[["t","default"]]','dlxmrpqj7bmdusgwuqd25fp2lu');
INSERT INTO "step" VALUES(5,2,1795344668593253,'[["give","[doubt]"]]','dlxmrpqj7bmdusgwuqd25fp2lu');
INSERT INTO "step" VALUES(6,1,1795344668596010,'[["t","default"],["gate","[reply]"]]','lrab5iloylc4aoe4kj4ujggpvi');
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
INSERT INTO "tool_intent" VALUES('gwfw5plynex5srzl46gjteqxi','give',2,'bank__give','{"to":"30"}','once',0,1,'unknown',1795344668593077,1795344698593077,1795344668593253,'"the line went dead"','dlxmrpqj7bmdusgwuqd25fp2lu');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 10:51:08.536290+00:00');
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
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',10);
INSERT INTO "sqlite_sequence" VALUES('audit',12);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
