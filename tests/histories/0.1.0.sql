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
INSERT INTO "audit" VALUES(1,1795873153904698,'engine','process.started','assent','{}','303600a3ded140a88506cc23c895924c130496091d92f6c7570f873ea202e788');
INSERT INTO "audit" VALUES(2,1795873154005561,'play:ann','run.started','awap2lpujwkn2kp4yqu5lur4mq','{}','7e8e732a5ffa981f9da914aa972482d0a4e5f0f646fe74b799e202a772367ed5');
INSERT INTO "audit" VALUES(3,1795873154005561,'engine','handoff.opened.approval','6nst2rskjhvcdavdgmr5lncskm','{}','51a5d53ef802295aae7d118393ee17a23a97ef4659939499269e4aaf42d522a6');
INSERT INTO "audit" VALUES(4,1795873154006813,'play:bob','run.started','tbatwpzqcqxro4pha3lcfh7rui','{}','118d85956d2f346a497bd378767762fb5bc53091e6982f73ca2e89c0ae834eae');
INSERT INTO "audit" VALUES(5,1795873154006813,'engine','handoff.opened.approval','plkm5hwo2uhlh4xm5grbvu2hri','{}','32ed20cfe864dac0ce0df9e115f8e7cbc9e45a4603dc69750a13393be1190ab6');
INSERT INTO "audit" VALUES(6,1795873154008212,'play:cem','run.started','yldpwqjgcjxvmgblwvp2cxtfwy','{}','36223c7b640ae02b6c026c35ccb21b983e77c7898e15f7c217aec717fb4fcac4');
INSERT INTO "audit" VALUES(7,1795873154008212,'engine','handoff.opened.failure','e6adnfxvoges3pdw33p2dhkfra','{}','733c234aa08c9a8053b3e9f14c63a1f796c0e2a28591f2cf77c923e7d24d9e28');
INSERT INTO "audit" VALUES(8,1795873154010103,'play:dov','run.started','l7hdfwazwgpelgqmx24k7slp3u','{}','e5d2a4104cd8176c57f27a9dcedce47467f28c560c3ab667434fe69135b499c7');
INSERT INTO "audit" VALUES(9,1795873154010103,'engine','tool.intended','sgn6kk2ifptuurytsut4nydwy','{"tool":"bank__give","run":"l7hdfwazwgpelgqmx24k7slp3u"}','77bc1b2e7760859153d616ac5ca0aaa58bfc1428c5391e553aaa174c0a253086');
INSERT INTO "audit" VALUES(10,1795873154010257,'engine','tool.unknown','sgn6kk2ifptuurytsut4nydwy','{}','fb893650603f386657bc73bb4829a6eaad71a5928ee11b530af0dfc5ab989692');
INSERT INTO "audit" VALUES(11,1795873154010257,'engine','handoff.opened.doubt','2asxnfupkqmlujycziqg5pr62a','{}','6e2171450cad7ba94b93b712fb98d3fbada3b5ec4337c8bc1fc4da3914c40e4f');
INSERT INTO "audit" VALUES(12,1795873154013567,'play:eve','run.started','wc4dez6evnkwrtqffaqhjv7dn4','{}','96640207ed0583aee209d16447c0bfbd703c5a769fb93d9129c4949470ee690a');
INSERT INTO "audit" VALUES(13,1795873154033184,'ana','handoff.rejecting','plkm5hwo2uhlh4xm5grbvu2hri','{"reason":"","via":"play:review"}','520bded67cc5786ecf3f4168367f1f2f23c5fd45f70bff526f629e666df9e0be');
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
INSERT INTO "board" VALUES(1,'awap2lpujwkn2kp4yqu5lur4mq.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795873154014106);
INSERT INTO "board" VALUES(2,'tbatwpzqcqxro4pha3lcfh7rui.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795873154014130);
INSERT INTO "board" VALUES(3,'yldpwqjgcjxvmgblwvp2cxtfwy.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795873154015086);
INSERT INTO "board" VALUES(4,'awap2lpujwkn2kp4yqu5lur4mq.1.1',4,'play:review','card','{"handoff":"6nst2rskjhvcdavdgmr5lncskm","short_id":"6nst2r","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"1:39 PM UTC","opened_at":"2026-11-28T13:39:14.005561+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"1:39 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:39 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:approve","label":"Approve","style":"positive"},{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:more","label":"More…","style":"neutral"},{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:open","label":"Open in private","style":"neutral"},{"token":"h1:6nst2rskjhvcdavdgmr5lncskm:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795873154017479);
INSERT INTO "board" VALUES(5,'l7hdfwazwgpelgqmx24k7slp3u.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795873154017505);
INSERT INTO "board" VALUES(6,'wc4dez6evnkwrtqffaqhjv7dn4.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"from":"bot"}',1795873154018421);
INSERT INTO "board" VALUES(7,'tbatwpzqcqxro4pha3lcfh7rui.1.1',10,'play:review','card','{"handoff":"plkm5hwo2uhlh4xm5grbvu2hri","short_id":"plkm5h","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"1:39 PM UTC","opened_at":"2026-11-28T13:39:14.006813+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"1:39 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:39 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:because1","label":"Against our rules","style":"negative"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:because2","label":"Information is missing","style":"negative"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:because3","label":"Asked for twice","style":"negative"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:more","label":"More…","style":"neutral"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:open","label":"Open in private","style":"neutral"},{"token":"h1:plkm5hwo2uhlh4xm5grbvu2hri:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795873154020756);
INSERT INTO "board" VALUES(8,'yldpwqjgcjxvmgblwvp2cxtfwy.1.1',8,'play:review','card','{"handoff":"e6adnfxvoges3pdw33p2dhkfra","short_id":"e6adnf","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"1:39 PM UTC","opened_at":"2026-11-28T13:39:14.008212+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"1:39 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"1:39 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:retry","label":"Retry","style":"neutral"},{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:more","label":"More…","style":"neutral"},{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:open","label":"Open in private","style":"neutral"},{"token":"h1:e6adnfxvoges3pdw33p2dhkfra:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795873154023558);
INSERT INTO "board" VALUES(9,'l7hdfwazwgpelgqmx24k7slp3u.2.1',9,'play:review','card','{"handoff":"2asxnfupkqmlujycziqg5pr62a","short_id":"2asxnf","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"1:39 PM UTC","opened_at":"2026-11-28T13:39:14.010257+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"sgn6kk2ifptuurytsut4nydwy","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"1:39 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"1:39 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"1:39 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:2asxnfupkqmlujycziqg5pr62a:ask_reference","label":"It happened","style":"positive"},{"token":"h1:2asxnfupkqmlujycziqg5pr62a:retry","label":"It did not happen","style":"neutral"},{"token":"h1:2asxnfupkqmlujycziqg5pr62a:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:2asxnfupkqmlujycziqg5pr62a:more","label":"More…","style":"neutral"},{"token":"h1:2asxnfupkqmlujycziqg5pr62a:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:2asxnfupkqmlujycziqg5pr62a:open","label":"Open in private","style":"neutral"},{"token":"h1:2asxnfupkqmlujycziqg5pr62a:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795873154026343);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','6nst2rskjhvcdavdgmr5lncskm');
INSERT INTO "card" VALUES(2,'play:review','7','plkm5hwo2uhlh4xm5grbvu2hri');
INSERT INTO "card" VALUES(3,'play:review','8','e6adnfxvoges3pdw33p2dhkfra');
INSERT INTO "card" VALUES(4,'play:review','9','2asxnfupkqmlujycziqg5pr62a');
CREATE TABLE "challenge" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
CREATE TABLE "code_count" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
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
INSERT INTO "effect" VALUES(1,'awap2lpujwkn2kp4yqu5lur4mq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'awap2lpujwkn2kp4yqu5lur4mq.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'tbatwpzqcqxro4pha3lcfh7rui.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'tbatwpzqcqxro4pha3lcfh7rui.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'yldpwqjgcjxvmgblwvp2cxtfwy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'yldpwqjgcjxvmgblwvp2cxtfwy.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'l7hdfwazwgpelgqmx24k7slp3u.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'l7hdfwazwgpelgqmx24k7slp3u.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'wc4dez6evnkwrtqffaqhjv7dn4.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'tbatwpzqcqxro4pha3lcfh7rui.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "unreached" TEXT,
    "asked_by" VARCHAR(300),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('6nst2rskjhvcdavdgmr5lncskm','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]]}','["play:review"]','play:ann',1795873154005561,NULL,NULL,NULL,1,'awap2lpujwkn2kp4yqu5lur4mq');
INSERT INTO "handoff" VALUES('plkm5hwo2uhlh4xm5grbvu2hri','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]]}','["play:review"]','play:bob',1795873154006813,NULL,NULL,'play:ana@play:review',2,'tbatwpzqcqxro4pha3lcfh7rui');
INSERT INTO "handoff" VALUES('e6adnfxvoges3pdw33p2dhkfra','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795873154008212,NULL,NULL,NULL,3,'yldpwqjgcjxvmgblwvp2cxtfwy');
INSERT INTO "handoff" VALUES('2asxnfupkqmlujycziqg5pr62a','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"sgn6kk2ifptuurytsut4nydwy","effect":"once","finding":"","sent_at":"2026-11-28T13:39:14.010103+00:00","detail":"the line went dead"},"retry_after":1795873194010103}','["play:review"]','play:dov',1795873154010257,NULL,NULL,NULL,4,'l7hdfwazwgpelgqmx24k7slp3u');
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
INSERT INTO "instance" VALUES('audit_head','13 520bded67cc5786ecf3f4168367f1f2f23c5fd45f70bff526f629e666df9e0be');
INSERT INTO "instance" VALUES('id','jdpa4e3o3b7a2fn672rmxcx2aa');
INSERT INTO "instance" VALUES('key','68a8de0f1192ae84ea7e36ea7d723f47569e3f68a5c4fd817fd9334e8bda10b2');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795873154003502,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795873154005561,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795873154004380,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795873154006813,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795873154004792,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795873154008212,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795873154005996,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795873154010257,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795873154007865,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795873154013567,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('awap2lpujwkn2kp4yqu5lur4mq','approve','waiting',1,1795873154005540,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"6nst2rskjhvcdavdgmr5lncskm"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('tbatwpzqcqxro4pha3lcfh7rui','approve','waiting',2,1795873154006803,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"plkm5hwo2uhlh4xm5grbvu2hri"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('yldpwqjgcjxvmgblwvp2cxtfwy','fail','stopped',1,1795873154008206,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"e6adnfxvoges3pdw33p2dhkfra"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('l7hdfwazwgpelgqmx24k7slp3u','doubt','stopped',2,1795873154010096,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"2asxnfupkqmlujycziqg5pr62a"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('wc4dez6evnkwrtqffaqhjv7dn4','gate','waiting',1,1795873154013560,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795873154005561,'[["t","default"],["ask","[decision]"]]','awap2lpujwkn2kp4yqu5lur4mq');
INSERT INTO "step" VALUES(2,1,1795873154006813,'[["t","default"],["ask","[decision]"]]','tbatwpzqcqxro4pha3lcfh7rui');
INSERT INTO "step" VALUES(3,1,1795873154008212,'[["t","default"],["look","[failure]"]]','yldpwqjgcjxvmgblwvp2cxtfwy');
INSERT INTO "step" VALUES(4,1,1795873154010103,'[["t","default"]]','l7hdfwazwgpelgqmx24k7slp3u');
INSERT INTO "step" VALUES(5,2,1795873154010257,'[["give","[doubt]"]]','l7hdfwazwgpelgqmx24k7slp3u');
INSERT INTO "step" VALUES(6,1,1795873154013567,'[["t","default"],["gate","[reply]"]]','wc4dez6evnkwrtqffaqhjv7dn4');
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
INSERT INTO "tool_intent" VALUES('sgn6kk2ifptuurytsut4nydwy','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795873154010103,1795873184010103,1795873154010257,'"the line went dead"','l7hdfwazwgpelgqmx24k7slp3u');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 13:39:13.893563+00:00');
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
