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
INSERT INTO "audit" VALUES(1,1795898988805819,'engine','process.started','assent','{}','1719fc574df5e3923e00da815275fad5254626ed1cce840fb61066f540b2908b');
INSERT INTO "audit" VALUES(2,1795898990268388,'play:ann','run.started','a4hxnny6dkjbpmifdpw62eouyq','{}','530a82e92573cc83ad4b49da02e4dc0493a8a60025f9255e45680af1ed6cc356');
INSERT INTO "audit" VALUES(3,1795898990268388,'engine','handoff.opened.approval','rcg22meup5duf3mlgx5ngag7xu','{}','1b4691fc37d335b64f3e52c3568061c48aceb542f54791cab3eccd051114d2a2');
INSERT INTO "audit" VALUES(4,1795898990288403,'play:bob','run.started','fqvigsf354jk5kmqgtakeeu5ze','{}','8f2e4c6c078a8d2589486468592525c343fbce148ecff50d7b548f32c71211e4');
INSERT INTO "audit" VALUES(5,1795898990288403,'engine','handoff.opened.approval','srumiylwsrkwhhncevyjrx2pr4','{}','eefdca83257f97b81c4a0619e01f1269662f8cd5b4ec0fd64b201f49d2ecda09');
INSERT INTO "audit" VALUES(6,1795898990311988,'play:cem','run.started','wybucflftfbpcukberdwliixc4','{}','77da27995c77511b45e0aaf99cb6b351633bba1f7d05e92a998b01a69ab9a198');
INSERT INTO "audit" VALUES(7,1795898990311988,'engine','handoff.opened.failure','sp223juqdxddywn57itjhi5any','{}','fa47b75e15edcaf9bc2c35fcdc503947eb5fe16899ed4f00ae7be74f5d974d06');
INSERT INTO "audit" VALUES(8,1795898990341007,'play:dov','run.started','ed6vvx7d7mojg66envzq62juhu','{}','8e089e8f5187a2b746b49f5cf8b970412b16f624864dcefe4b90fb6472dd7d3f');
INSERT INTO "audit" VALUES(9,1795898990341007,'engine','tool.intended','knp5gaje6v4idooqcu6vgtoil','{"tool":"bank__give","run":"ed6vvx7d7mojg66envzq62juhu"}','f6b0b12575eba18669be8c9b728d59cdbdb7a7a2b4d1993e7d93f998a7545605');
INSERT INTO "audit" VALUES(10,1795898990342046,'play:eve','run.started','qmnlgjlhaxaiyfoybjzezqdzky','{}','129a49f1ca34e94532254b6864f7beadec8d9dfc31c278f8c650e0ea5e44165a');
INSERT INTO "audit" VALUES(11,1795898990341334,'engine','tool.unknown','knp5gaje6v4idooqcu6vgtoil','{}','18caed3b728c331a8fd7a2618a27ca42192447ba52576a76a375e67b5a12ef9e');
INSERT INTO "audit" VALUES(12,1795898990341334,'engine','handoff.opened.doubt','sjwpi5np6u6ywdwf7g63f7geru','{}','dc980d855fa57060521469020adc0e3fa0d0cc310833db76429c88d9f280ee26');
INSERT INTO "audit" VALUES(13,1795898990519648,'ana','handoff.rejecting','srumiylwsrkwhhncevyjrx2pr4','{"reason":"","via":"play:review"}','d65a451a161cfb00d39f75f5092e74f67ef4ed6cf5b4e9b04741987b67b0cb68');
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
INSERT INTO "board" VALUES(1,'a4hxnny6dkjbpmifdpw62eouyq.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898990341893);
INSERT INTO "board" VALUES(2,'fqvigsf354jk5kmqgtakeeu5ze.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898990341928);
INSERT INTO "board" VALUES(3,'wybucflftfbpcukberdwliixc4.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898990372660);
INSERT INTO "board" VALUES(4,'a4hxnny6dkjbpmifdpw62eouyq.1.1',4,'play:review','card','{"handoff":"rcg22meup5duf3mlgx5ngag7xu","short_id":"rcg22m","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"8:49 PM UTC","opened_at":"2026-11-28T20:49:50.268388+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"8:49 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:49 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:approve","label":"Approve","style":"positive"},{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:more","label":"More…","style":"neutral"},{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:open","label":"Open in private","style":"neutral"},{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:claim","label":"I look after this","style":"neutral"},{"token":"h1:rcg22meup5duf3mlgx5ngag7xu:less","label":"Back","style":"neutral"}],"decided":false,"binding":["7d0a83f41da5f239fa15376f3ef31854","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898990372919);
INSERT INTO "board" VALUES(5,'qmnlgjlhaxaiyfoybjzezqdzky.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795898990398664);
INSERT INTO "board" VALUES(6,'ed6vvx7d7mojg66envzq62juhu.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898990424484);
INSERT INTO "board" VALUES(7,'fqvigsf354jk5kmqgtakeeu5ze.1.1',10,'play:review','card','{"handoff":"srumiylwsrkwhhncevyjrx2pr4","short_id":"srumiy","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"8:49 PM UTC","opened_at":"2026-11-28T20:49:50.288403+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"8:49 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:49 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:because1","label":"Against our rules","style":"negative"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:because2","label":"Information is missing","style":"negative"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:because3","label":"Asked for twice","style":"negative"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:more","label":"More…","style":"neutral"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:open","label":"Open in private","style":"neutral"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:claim","label":"I look after this","style":"neutral"},{"token":"h1:srumiylwsrkwhhncevyjrx2pr4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["3d690af416abbcf712d668aa0aad112c","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898990481105);
INSERT INTO "board" VALUES(8,'wybucflftfbpcukberdwliixc4.1.1',8,'play:review','card','{"handoff":"sp223juqdxddywn57itjhi5any","short_id":"sp223j","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"8:49 PM UTC","opened_at":"2026-11-28T20:49:50.311988+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"8:49 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"8:49 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:sp223juqdxddywn57itjhi5any:retry","label":"Retry","style":"neutral"},{"token":"h1:sp223juqdxddywn57itjhi5any:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:sp223juqdxddywn57itjhi5any:more","label":"More…","style":"neutral"},{"token":"h1:sp223juqdxddywn57itjhi5any:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:sp223juqdxddywn57itjhi5any:open","label":"Open in private","style":"neutral"},{"token":"h1:sp223juqdxddywn57itjhi5any:claim","label":"I look after this","style":"neutral"},{"token":"h1:sp223juqdxddywn57itjhi5any:less","label":"Back","style":"neutral"}],"decided":false,"binding":["28f920110c149341a3e43c71481c544d","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898990503079);
INSERT INTO "board" VALUES(9,'ed6vvx7d7mojg66envzq62juhu.2.1',9,'play:review','card','{"handoff":"sjwpi5np6u6ywdwf7g63f7geru","short_id":"sjwpi5","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"8:49 PM UTC","opened_at":"2026-11-28T20:49:50.341334+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"knp5gaje6v4idooqcu6vgtoil","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"8:49 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"8:49 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"8:49 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:ask_reference","label":"It happened","style":"positive"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:retry","label":"It did not happen","style":"neutral"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:more","label":"More…","style":"neutral"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:open","label":"Open in private","style":"neutral"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:claim","label":"I look after this","style":"neutral"},{"token":"h1:sjwpi5np6u6ywdwf7g63f7geru:less","label":"Back","style":"neutral"}],"decided":false,"binding":["67ab3df7a00283d14b069d2b8a91aa31","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898990510945);
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
INSERT INTO "card" VALUES(1,'play:review','4','rcg22meup5duf3mlgx5ngag7xu');
INSERT INTO "card" VALUES(2,'play:review','7','srumiylwsrkwhhncevyjrx2pr4');
INSERT INTO "card" VALUES(3,'play:review','8','sp223juqdxddywn57itjhi5any');
INSERT INTO "card" VALUES(4,'play:review','9','sjwpi5np6u6ywdwf7g63f7geru');
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
INSERT INTO "effect" VALUES(1,'a4hxnny6dkjbpmifdpw62eouyq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'a4hxnny6dkjbpmifdpw62eouyq.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'fqvigsf354jk5kmqgtakeeu5ze.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'fqvigsf354jk5kmqgtakeeu5ze.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'wybucflftfbpcukberdwliixc4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'wybucflftfbpcukberdwliixc4.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'qmnlgjlhaxaiyfoybjzezqdzky.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'ed6vvx7d7mojg66envzq62juhu.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'ed6vvx7d7mojg66envzq62juhu.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'fqvigsf354jk5kmqgtakeeu5ze.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('rcg22meup5duf3mlgx5ngag7xu','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795898990268388,NULL,1795902590268388,NULL,NULL,NULL,1,'a4hxnny6dkjbpmifdpw62eouyq');
INSERT INTO "handoff" VALUES('srumiylwsrkwhhncevyjrx2pr4','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795898990288403,NULL,1795902590288403,NULL,'play:ana@play:review',NULL,2,'fqvigsf354jk5kmqgtakeeu5ze');
INSERT INTO "handoff" VALUES('sp223juqdxddywn57itjhi5any','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795898990311988,NULL,1795902590311988,NULL,NULL,NULL,3,'wybucflftfbpcukberdwliixc4');
INSERT INTO "handoff" VALUES('sjwpi5np6u6ywdwf7g63f7geru','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"knp5gaje6v4idooqcu6vgtoil","effect":"once","finding":"","sent_at":"2026-11-28T20:49:50.341007+00:00","detail":"the line went dead"},"retry_after":1795899030341007,"remind":[3600,86400]}','["play:review"]','play:dov',1795898990341334,NULL,1795902590341334,NULL,NULL,NULL,4,'ed6vvx7d7mojg66envzq62juhu');
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
INSERT INTO "instance" VALUES('audit_head','13 d65a451a161cfb00d39f75f5092e74f67ef4ed6cf5b4e9b04741987b67b0cb68');
INSERT INTO "instance" VALUES('id','zjc2dijaafocbdfjv2qrb3eupa');
INSERT INTO "instance" VALUES('key','9edf3c75a9f61c23936f88b0184d00968b42e05009eabe8dc6eee1d2509cf274');
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
INSERT INTO "message" VALUES(1,1795898990245181,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795898990268388,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795898990252404,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795898990288403,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795898990268092,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795898990311988,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795898990288016,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795898990311446,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795898990342046,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795898990341334,'bot','{"id":"customer-being-checked"}',4);
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
INSERT INTO "run" VALUES('a4hxnny6dkjbpmifdpw62eouyq','approve','waiting',1,1795898990268365,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"rcg22meup5duf3mlgx5ngag7xu"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('fqvigsf354jk5kmqgtakeeu5ze','approve','waiting',2,1795898990288385,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"srumiylwsrkwhhncevyjrx2pr4"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('wybucflftfbpcukberdwliixc4','fail','stopped',1,1795898990311965,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"sp223juqdxddywn57itjhi5any"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('ed6vvx7d7mojg66envzq62juhu','doubt','stopped',2,1795898990340990,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"sjwpi5np6u6ywdwf7g63f7geru"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('qmnlgjlhaxaiyfoybjzezqdzky','gate','waiting',1,1795898990342039,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795898990268388,'[["t","default"],["ask","[decision]"]]','a4hxnny6dkjbpmifdpw62eouyq');
INSERT INTO "step" VALUES(2,1,1795898990288403,'[["t","default"],["ask","[decision]"]]','fqvigsf354jk5kmqgtakeeu5ze');
INSERT INTO "step" VALUES(3,1,1795898990311988,'[["t","default"],["look","[failure]"]]','wybucflftfbpcukberdwliixc4');
INSERT INTO "step" VALUES(4,1,1795898990341007,'[["t","default"]]','ed6vvx7d7mojg66envzq62juhu');
INSERT INTO "step" VALUES(5,1,1795898990342046,'[["t","default"],["gate","[reply]"]]','qmnlgjlhaxaiyfoybjzezqdzky');
INSERT INTO "step" VALUES(6,2,1795898990341334,'[["give","[doubt]"]]','ed6vvx7d7mojg66envzq62juhu');
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
INSERT INTO "tool_intent" VALUES('knp5gaje6v4idooqcu6vgtoil','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795898990341007,1795899020341007,1795898990341334,'"the line went dead"','ed6vvx7d7mojg66envzq62juhu');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 20:49:48.740143+00:00');
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
