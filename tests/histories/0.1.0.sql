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
INSERT INTO "audit" VALUES(1,1795899028504432,'engine','process.started','assent','{}','380ec5ac1ec790a3c377d290cbb2a583c9763fe52309cd823cee31ba4a451f89');
INSERT INTO "audit" VALUES(2,1795899029364749,'play:ann','run.started','34rtenffuirieli3tt7zazafae','{}','0550d536d5730258dcd7471c99d4161b14559e69bae4cb6f8a8358b910630da4');
INSERT INTO "audit" VALUES(3,1795899029364749,'engine','handoff.opened.approval','bhmkucrzwf4dbunuq6cwexml3y','{}','f9aa73778e86e6a3ad9e90769e6aee41812686254041a6d8e9f4993b92bdfcd7');
INSERT INTO "audit" VALUES(4,1795899029380953,'play:bob','run.started','ljzt33qot3bxzmziknmypezjdq','{}','e6fd77223bba967ba1dbc69a47006c34c4ecb80c8fab1e0caf1c11c6ae3fd48f');
INSERT INTO "audit" VALUES(5,1795899029380953,'engine','handoff.opened.approval','nqkd24xyx55mw4dwaaw55kgx4m','{}','cb532aa9b2c2022159e0f1b480d913d78eedc4a69dc15b2be7d9eb22b9479463');
INSERT INTO "audit" VALUES(6,1795899029392373,'play:cem','run.started','aqxtqtttiygee5e3ajkorejjbm','{}','97fdff9c3a1d12b365f3c799fe87cdd1d6cdd3e7d13222e0660a1cecf723b9af');
INSERT INTO "audit" VALUES(7,1795899029392373,'engine','handoff.opened.failure','r2z6htqccs63kmabyii6ccrqyy','{}','ccff4e38dc727672b63372dec45ef1e97ded4e58f5d1a2bc61f83fdb9a135b8f');
INSERT INTO "audit" VALUES(8,1795899029413027,'play:dov','run.started','teh5tn6yvmh5w3bplkv4d7shje','{}','ac5adfd033dc062f23b68b3a9e429f6e0c45abf3f6ee87ca496cabd8797c0425');
INSERT INTO "audit" VALUES(9,1795899029413027,'engine','tool.intended','yvcbd576nqjulnbo3dcv5wgfd','{"tool":"bank__give","run":"teh5tn6yvmh5w3bplkv4d7shje"}','bfd8857a6bf3edd68c3f614f02c0da1758a3af2d21ad9c2c9b99b9d73920f00d');
INSERT INTO "audit" VALUES(10,1795899029413372,'engine','tool.unknown','yvcbd576nqjulnbo3dcv5wgfd','{}','4971091baa2ae34c3eb339656145b0a2c7d76d8281a5c9ee9126ce20309420a1');
INSERT INTO "audit" VALUES(11,1795899029413372,'engine','handoff.opened.doubt','2d74cxwa7noxqw5e3bncljtb4i','{}','96522f27c0688c55bd72d7428ddb67598cc773cbfc2aeb1fd627c5703a6fd2dc');
INSERT INTO "audit" VALUES(12,1795899029423991,'play:eve','run.started','lgqcybjbfs3dan2hux5kwte3om','{}','2e9bac1a71b3631009b1df2449fe13f40aa12bc5d7ca314cc747e3c69f2004ee');
INSERT INTO "audit" VALUES(13,1795899029549027,'ana','handoff.rejecting','nqkd24xyx55mw4dwaaw55kgx4m','{"reason":"","via":"play:review"}','7563dade3691f276dea3a00f1b51e2f5cec82922ad51d375d3581b392e6e6327');
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
INSERT INTO "board" VALUES(1,'34rtenffuirieli3tt7zazafae.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795899029422082);
INSERT INTO "board" VALUES(2,'ljzt33qot3bxzmziknmypezjdq.1.2',10,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795899029422190);
INSERT INTO "board" VALUES(3,'aqxtqtttiygee5e3ajkorejjbm.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795899029424327);
INSERT INTO "board" VALUES(4,'34rtenffuirieli3tt7zazafae.1.1',4,'play:review','card','{"handoff":"bhmkucrzwf4dbunuq6cwexml3y","short_id":"bhmkuc","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"8:50 PM UTC","opened_at":"2026-11-28T20:50:29.364749+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"8:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:approve","label":"Approve","style":"positive"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:more","label":"More…","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:open","label":"Open in private","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:claim","label":"I look after this","style":"neutral"},{"token":"h1:bhmkucrzwf4dbunuq6cwexml3y:less","label":"Back","style":"neutral"}],"decided":false,"binding":["1b43a4f07ce7db7f9e878d09d254fe7d","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899029428201);
INSERT INTO "board" VALUES(5,'teh5tn6yvmh5w3bplkv4d7shje.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795899029447197);
INSERT INTO "board" VALUES(6,'lgqcybjbfs3dan2hux5kwte3om.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795899029469069);
INSERT INTO "board" VALUES(7,'ljzt33qot3bxzmziknmypezjdq.1.1',11,'play:review','card','{"handoff":"nqkd24xyx55mw4dwaaw55kgx4m","short_id":"nqkd24","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"8:50 PM UTC","opened_at":"2026-11-28T20:50:29.380953+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"8:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:because1","label":"Against our rules","style":"negative"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:because2","label":"Information is missing","style":"negative"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:because3","label":"Asked for twice","style":"negative"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:more","label":"More…","style":"neutral"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:open","label":"Open in private","style":"neutral"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:claim","label":"I look after this","style":"neutral"},{"token":"h1:nqkd24xyx55mw4dwaaw55kgx4m:less","label":"Back","style":"neutral"}],"decided":false,"binding":["743c6356f8d94a1bad8c9919a4f411ab","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899029501525);
INSERT INTO "board" VALUES(8,'aqxtqtttiygee5e3ajkorejjbm.1.1',8,'play:review','card','{"handoff":"r2z6htqccs63kmabyii6ccrqyy","short_id":"r2z6ht","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"8:50 PM UTC","opened_at":"2026-11-28T20:50:29.392373+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"8:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"8:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:retry","label":"Retry","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:more","label":"More…","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:open","label":"Open in private","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:claim","label":"I look after this","style":"neutral"},{"token":"h1:r2z6htqccs63kmabyii6ccrqyy:less","label":"Back","style":"neutral"}],"decided":false,"binding":["3173daff4280965c905d4323e017d5f3","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899029531161);
INSERT INTO "board" VALUES(9,'teh5tn6yvmh5w3bplkv4d7shje.2.1',9,'play:review','card','{"handoff":"2d74cxwa7noxqw5e3bncljtb4i","short_id":"2d74cx","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"8:50 PM UTC","opened_at":"2026-11-28T20:50:29.413372+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"yvcbd576nqjulnbo3dcv5wgfd","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"8:50 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"8:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"8:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:ask_reference","label":"It happened","style":"positive"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:retry","label":"It did not happen","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:more","label":"More…","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:open","label":"Open in private","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:claim","label":"I look after this","style":"neutral"},{"token":"h1:2d74cxwa7noxqw5e3bncljtb4i:less","label":"Back","style":"neutral"}],"decided":false,"binding":["036c00ec8dd6b1cf48348df8335e5281","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899029534939);
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
INSERT INTO "card" VALUES(1,'play:review','4','bhmkucrzwf4dbunuq6cwexml3y');
INSERT INTO "card" VALUES(2,'play:review','7','nqkd24xyx55mw4dwaaw55kgx4m');
INSERT INTO "card" VALUES(3,'play:review','8','r2z6htqccs63kmabyii6ccrqyy');
INSERT INTO "card" VALUES(4,'play:review','9','2d74cxwa7noxqw5e3bncljtb4i');
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
INSERT INTO "effect" VALUES(1,'34rtenffuirieli3tt7zazafae.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'34rtenffuirieli3tt7zazafae.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'ljzt33qot3bxzmziknmypezjdq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'ljzt33qot3bxzmziknmypezjdq.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'aqxtqtttiygee5e3ajkorejjbm.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'aqxtqtttiygee5e3ajkorejjbm.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'teh5tn6yvmh5w3bplkv4d7shje.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'teh5tn6yvmh5w3bplkv4d7shje.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'lgqcybjbfs3dan2hux5kwte3om.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'ljzt33qot3bxzmziknmypezjdq.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'ljzt33qot3bxzmziknmypezjdq.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('bhmkucrzwf4dbunuq6cwexml3y','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795899029364749,NULL,1795902629364749,NULL,NULL,NULL,'1',1,'34rtenffuirieli3tt7zazafae');
INSERT INTO "handoff" VALUES('nqkd24xyx55mw4dwaaw55kgx4m','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795899029380953,NULL,1795902629380953,NULL,'play:ana@play:review',NULL,'2',2,'ljzt33qot3bxzmziknmypezjdq');
INSERT INTO "handoff" VALUES('r2z6htqccs63kmabyii6ccrqyy','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795899029392373,NULL,1795902629392373,NULL,NULL,NULL,NULL,3,'aqxtqtttiygee5e3ajkorejjbm');
INSERT INTO "handoff" VALUES('2d74cxwa7noxqw5e3bncljtb4i','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"yvcbd576nqjulnbo3dcv5wgfd","effect":"once","finding":"","sent_at":"2026-11-28T20:50:29.413027+00:00","detail":"the line went dead"},"retry_after":1795899069413027,"remind":[3600,86400]}','["play:review"]','play:dov',1795899029413372,NULL,1795902629413372,NULL,NULL,NULL,NULL,4,'teh5tn6yvmh5w3bplkv4d7shje');
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
INSERT INTO "instance" VALUES('audit_head','13 7563dade3691f276dea3a00f1b51e2f5cec82922ad51d375d3581b392e6e6327');
INSERT INTO "instance" VALUES('id','vmpknpmiwzovp75tqhv7ubpyt4');
INSERT INTO "instance" VALUES('key','e7f306e2fde136946db5965dd8aaf74ccca8a583c23c566f5648fb0120cd16ee');
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
INSERT INTO "message" VALUES(1,1795899029345410,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795899029364749,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795899029356171,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795899029380953,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795899029364437,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795899029392373,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795899029380115,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795899029413372,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795899029383324,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795899029423991,'bot','{"id":"auth-ask-address"}',5);
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('34rtenffuirieli3tt7zazafae','approve','waiting',1,1795899029364725,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"bhmkucrzwf4dbunuq6cwexml3y"}],"next_token":3,"steps":2,"told":["bhmkucrzwf4dbunuq6cwexml3y"]}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('ljzt33qot3bxzmziknmypezjdq','approve','waiting',2,1795899029380928,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"nqkd24xyx55mw4dwaaw55kgx4m"}],"next_token":3,"steps":2,"told":["nqkd24xyx55mw4dwaaw55kgx4m"]}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('aqxtqtttiygee5e3ajkorejjbm','fail','stopped',1,1795899029392354,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"r2z6htqccs63kmabyii6ccrqyy"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('teh5tn6yvmh5w3bplkv4d7shje','doubt','stopped',2,1795899029413007,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"2d74cxwa7noxqw5e3bncljtb4i"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('lgqcybjbfs3dan2hux5kwte3om','gate','waiting',1,1795899029423980,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795899029364749,'[["t","default"],["ask","[decision]"]]','34rtenffuirieli3tt7zazafae');
INSERT INTO "step" VALUES(2,1,1795899029380953,'[["t","default"],["ask","[decision]"]]','ljzt33qot3bxzmziknmypezjdq');
INSERT INTO "step" VALUES(3,1,1795899029392373,'[["t","default"],["look","[failure]"]]','aqxtqtttiygee5e3ajkorejjbm');
INSERT INTO "step" VALUES(4,1,1795899029413027,'[["t","default"]]','teh5tn6yvmh5w3bplkv4d7shje');
INSERT INTO "step" VALUES(5,2,1795899029413372,'[["give","[doubt]"]]','teh5tn6yvmh5w3bplkv4d7shje');
INSERT INTO "step" VALUES(6,1,1795899029423991,'[["t","default"],["gate","[reply]"]]','lgqcybjbfs3dan2hux5kwte3om');
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
INSERT INTO "tool_intent" VALUES('yvcbd576nqjulnbo3dcv5wgfd','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795899029413027,1795899059413027,1795899029413372,'"the line went dead"','teh5tn6yvmh5w3bplkv4d7shje');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 20:50:28.400226+00:00');
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
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
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
