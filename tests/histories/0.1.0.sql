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
INSERT INTO "audit" VALUES(1,1795356712655548,'engine','process.started','assent','{}','3a1442a55816cc52a937f87b5617efbc34ebc4d81a08dd604c6d815649a7952a');
INSERT INTO "audit" VALUES(2,1795356712918790,'play:ann','run.started','62wlqlgr5qxvwwg6jmwtn4qf3a','{}','ff9733ad2ea6fa4fd26c9d23daa83142352f8e6b1beaaa6426d030baa6a0ea68');
INSERT INTO "audit" VALUES(3,1795356712918790,'engine','handoff.opened.approval','we3qnxkz2fb6kialzxhxsbcofy','{}','9282b967ca70412c3867c711e74b7094e7172a65d0ab991b71df7f54a8674aff');
INSERT INTO "audit" VALUES(4,1795356712936945,'play:bob','run.started','5l37cjvoq5exk3cfp6sc7p6hgu','{}','ccf49f350e55a45dce2a1d0a5bb0baf9d4c91f35205ea0b039316bb6b164878e');
INSERT INTO "audit" VALUES(5,1795356712936945,'engine','handoff.opened.approval','vfdfhvxizgpodlmjkgbd2aez74','{}','1e7a97c042a0d82547ae5745a7fa799b44ac266d757ac61df4109d92e9fac1a9');
INSERT INTO "audit" VALUES(6,1795356712948428,'play:cem','run.started','tgg6olv2imwtroex6yoruxali4','{}','cefe876d782afba9c5476c8e83214ec06f1ee5654260d230e1744923fa0789f5');
INSERT INTO "audit" VALUES(7,1795356712948428,'engine','handoff.opened.failure','4ygwetdqiztpsvejpetolpjpzq','{}','89029879d723f09c024f413b30e24dade39ae339d1ac2c5344354881d8d7b204');
INSERT INTO "audit" VALUES(8,1795356712960984,'play:dov','run.started','xhnxniar6otkc53daagrx2k65i','{}','bfcae9da680082f32e979a50ba3722659de368ed1d5a3d51acf134593505cf3e');
INSERT INTO "audit" VALUES(9,1795356712960984,'engine','tool.intended','ket6frjyhedyjz7kxpr7skbmg','{"tool":"bank__give","run":"xhnxniar6otkc53daagrx2k65i"}','a8e0db888e0ec3cb624e1ef1c9121fc219bc893abb4fbff3fc433f568935ffed');
INSERT INTO "audit" VALUES(10,1795356712961243,'engine','tool.unknown','ket6frjyhedyjz7kxpr7skbmg','{}','1e3214b44e055a3f6e33c185671045040dbdd7b3f160d31ae0850ea8f8c99976');
INSERT INTO "audit" VALUES(11,1795356712961243,'engine','handoff.opened.doubt','yej6qfnl4pln66xrdoqtlbi2yi','{}','2936efc0994db2114252f9d63ec25d755650e25adccb39cdafff7ac1f6fc4662');
INSERT INTO "audit" VALUES(12,1795356712980459,'play:eve','run.started','tsjgodulrg7tmqj4mxxlkbhyl4','{}','d1caca1868ab4cb70ca8ef3190748678fdd7ff11d39c5b032322118cb40efd00');
INSERT INTO "audit" VALUES(13,1795356713115171,'ana','handoff.rejecting','vfdfhvxizgpodlmjkgbd2aez74','{"reason":"","via":"play:review"}','13d4c70296c063d55dc383ab49770d2d2b38b9f1aa28579a218229fd6e519d06');
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
INSERT INTO "board" VALUES(1,'62wlqlgr5qxvwwg6jmwtn4qf3a.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795356712962401);
INSERT INTO "board" VALUES(2,'5l37cjvoq5exk3cfp6sc7p6hgu.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795356712962426);
INSERT INTO "board" VALUES(3,'tgg6olv2imwtroex6yoruxali4.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795356712980648);
INSERT INTO "board" VALUES(4,'62wlqlgr5qxvwwg6jmwtn4qf3a.1.1',4,'play:review','card','{"handoff":"we3qnxkz2fb6kialzxhxsbcofy","short_id":"we3qnx","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"2:11 PM UTC","opened_at":"2026-11-22T14:11:52.918790+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"2:11 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:11 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:approve","label":"Approve","style":"positive"},{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:more","label":"More…","style":"neutral"},{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:open","label":"Open in private","style":"neutral"},{"token":"h1:we3qnxkz2fb6kialzxhxsbcofy:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795356712980905);
INSERT INTO "board" VALUES(5,'xhnxniar6otkc53daagrx2k65i.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795356712988565);
INSERT INTO "board" VALUES(6,'tsjgodulrg7tmqj4mxxlkbhyl4.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795356713008700);
INSERT INTO "board" VALUES(7,'5l37cjvoq5exk3cfp6sc7p6hgu.1.1',10,'play:review','card','{"handoff":"vfdfhvxizgpodlmjkgbd2aez74","short_id":"vfdfhv","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"2:11 PM UTC","opened_at":"2026-11-22T14:11:52.936945+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"2:11 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:11 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:because1","label":"Against our rules","style":"negative"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:because2","label":"Information is missing","style":"negative"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:because3","label":"Asked for twice","style":"negative"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:more","label":"More…","style":"neutral"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:open","label":"Open in private","style":"neutral"},{"token":"h1:vfdfhvxizgpodlmjkgbd2aez74:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795356713029158);
INSERT INTO "board" VALUES(8,'tgg6olv2imwtroex6yoruxali4.1.1',8,'play:review','card','{"handoff":"4ygwetdqiztpsvejpetolpjpzq","short_id":"4ygwet","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"2:11 PM UTC","opened_at":"2026-11-22T14:11:52.948428+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"2:11 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"2:11 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:retry","label":"Retry","style":"neutral"},{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:more","label":"More…","style":"neutral"},{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:open","label":"Open in private","style":"neutral"},{"token":"h1:4ygwetdqiztpsvejpetolpjpzq:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795356713056419);
INSERT INTO "board" VALUES(9,'xhnxniar6otkc53daagrx2k65i.2.1',9,'play:review','card','{"handoff":"yej6qfnl4pln66xrdoqtlbi2yi","short_id":"yej6qf","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"2:11 PM UTC","opened_at":"2026-11-22T14:11:52.961243+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"ket6frjyhedyjz7kxpr7skbmg","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"2:11 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"2:11 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"2:11 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:ask_reference","label":"It happened","style":"positive"},{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:retry","label":"It did not happen","style":"neutral"},{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:more","label":"More…","style":"neutral"},{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:open","label":"Open in private","style":"neutral"},{"token":"h1:yej6qfnl4pln66xrdoqtlbi2yi:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795356713089863);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','we3qnxkz2fb6kialzxhxsbcofy');
INSERT INTO "card" VALUES(2,'play:review','7','vfdfhvxizgpodlmjkgbd2aez74');
INSERT INTO "card" VALUES(3,'play:review','8','4ygwetdqiztpsvejpetolpjpzq');
INSERT INTO "card" VALUES(4,'play:review','9','yej6qfnl4pln66xrdoqtlbi2yi');
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
INSERT INTO "effect" VALUES(1,'62wlqlgr5qxvwwg6jmwtn4qf3a.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'62wlqlgr5qxvwwg6jmwtn4qf3a.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'5l37cjvoq5exk3cfp6sc7p6hgu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'5l37cjvoq5exk3cfp6sc7p6hgu.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'tgg6olv2imwtroex6yoruxali4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'tgg6olv2imwtroex6yoruxali4.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'xhnxniar6otkc53daagrx2k65i.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'xhnxniar6otkc53daagrx2k65i.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'tsjgodulrg7tmqj4mxxlkbhyl4.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'5l37cjvoq5exk3cfp6sc7p6hgu.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('we3qnxkz2fb6kialzxhxsbcofy','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]]}','["play:review"]','play:ann',1795356712918790,NULL,NULL,1,'62wlqlgr5qxvwwg6jmwtn4qf3a');
INSERT INTO "handoff" VALUES('vfdfhvxizgpodlmjkgbd2aez74','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]]}','["play:review"]','play:bob',1795356712936945,NULL,'play:ana@play:review',2,'5l37cjvoq5exk3cfp6sc7p6hgu');
INSERT INTO "handoff" VALUES('4ygwetdqiztpsvejpetolpjpzq','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795356712948428,NULL,NULL,3,'tgg6olv2imwtroex6yoruxali4');
INSERT INTO "handoff" VALUES('yej6qfnl4pln66xrdoqtlbi2yi','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"ket6frjyhedyjz7kxpr7skbmg","effect":"once","finding":"","sent_at":"2026-11-22T14:11:52.960984+00:00","detail":"the line went dead"},"retry_after":1795356752960984}','["play:review"]','play:dov',1795356712961243,NULL,NULL,4,'xhnxniar6otkc53daagrx2k65i');
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
INSERT INTO "instance" VALUES('audit_head','13 13d4c70296c063d55dc383ab49770d2d2b38b9f1aa28579a218229fd6e519d06');
INSERT INTO "instance" VALUES('id','t3yi5gbr3cazsndbe2r4qfegbu');
INSERT INTO "instance" VALUES('key','42b4364c52cda7c6875d73b81a32b8c54e73e5122f3ef24daad9d8dd8641a56b');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795356712907794,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795356712918790,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795356712917122,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795356712936945,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795356712918606,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795356712948428,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795356712936398,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795356712961243,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795356712941117,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795356712980459,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('62wlqlgr5qxvwwg6jmwtn4qf3a','approve','waiting',1,1795356712918769,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"we3qnxkz2fb6kialzxhxsbcofy"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('5l37cjvoq5exk3cfp6sc7p6hgu','approve','waiting',2,1795356712936929,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"vfdfhvxizgpodlmjkgbd2aez74"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('tgg6olv2imwtroex6yoruxali4','fail','stopped',1,1795356712948415,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"4ygwetdqiztpsvejpetolpjpzq"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('xhnxniar6otkc53daagrx2k65i','doubt','stopped',2,1795356712960971,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"yej6qfnl4pln66xrdoqtlbi2yi"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('tsjgodulrg7tmqj4mxxlkbhyl4','gate','waiting',1,1795356712980445,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795356712918790,'[["t","default"],["ask","[decision]"]]','62wlqlgr5qxvwwg6jmwtn4qf3a');
INSERT INTO "step" VALUES(2,1,1795356712936945,'[["t","default"],["ask","[decision]"]]','5l37cjvoq5exk3cfp6sc7p6hgu');
INSERT INTO "step" VALUES(3,1,1795356712948428,'[["t","default"],["look","[failure]"]]','tgg6olv2imwtroex6yoruxali4');
INSERT INTO "step" VALUES(4,1,1795356712960984,'[["t","default"]]','xhnxniar6otkc53daagrx2k65i');
INSERT INTO "step" VALUES(5,2,1795356712961243,'[["give","[doubt]"]]','xhnxniar6otkc53daagrx2k65i');
INSERT INTO "step" VALUES(6,1,1795356712980459,'[["t","default"],["gate","[reply]"]]','tsjgodulrg7tmqj4mxxlkbhyl4');
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
INSERT INTO "tool_intent" VALUES('ket6frjyhedyjz7kxpr7skbmg','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795356712960984,1795356742960984,1795356712961243,'"the line went dead"','xhnxniar6otkc53daagrx2k65i');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 14:11:52.572420+00:00');
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
