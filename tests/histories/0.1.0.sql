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
INSERT INTO "audit" VALUES(1,1795885938569221,'engine','process.started','assent','{}','95f6f4ae8b977e7a27c47f16f574a98c239b54e228b6c7642773a2a25426228b');
INSERT INTO "audit" VALUES(2,1795885938902488,'play:ann','run.started','k55gikkkahrtjyos3ivv7zfjma','{}','462bdb2a0910454264357c1d0d794c38af619fb739046a557d19783610ced737');
INSERT INTO "audit" VALUES(3,1795885938902488,'engine','handoff.opened.approval','r2pr7venbxe2oidhtuhhmarpme','{}','17a2c775656683c1763545a2aedf6d4175005b413bd096e1433288c4ba99e921');
INSERT INTO "audit" VALUES(4,1795885938938002,'play:bob','run.started','ejuvrdwgnox6q3xjyiyhcirvze','{}','e2bd1f014f1cb5d7396a4fb8f8758bfc830380b57a26842bbcd26ead519f1200');
INSERT INTO "audit" VALUES(5,1795885938938002,'engine','handoff.opened.approval','zgbb766kishyxo6dy3ikd5e6vu','{}','732bec3c03164dbd60f0ec5a6c657cc408e606315ba8b21c8c85209ae4b22b66');
INSERT INTO "audit" VALUES(6,1795885938938634,'play:cem','run.started','s7rgocnvcqxujoa4uk46b2mu6m','{}','b11a3791f6c1a3dcced203dfa16ae199fb1746ab4a17c4705838de9948c67c41');
INSERT INTO "audit" VALUES(7,1795885938938634,'engine','handoff.opened.failure','pl4av5nba5il7pcixfjpim7fk4','{}','03d08cfc4bb4d152918f864b8a56501b292099f2c422eb82b77b7a768a081938');
INSERT INTO "audit" VALUES(8,1795885938942712,'play:dov','run.started','ee4iwnyjc5cax3hwa3rhqvngjy','{}','65b98fc80027eef05d9d1048275288fc63984f99cba413b1880f54461a865579');
INSERT INTO "audit" VALUES(9,1795885938942712,'engine','tool.intended','ytacx3zgdss3rzt66h4lavrmn','{"tool":"bank__give","run":"ee4iwnyjc5cax3hwa3rhqvngjy"}','77a04fdf2440a9f7942021353c6c973ce1d539b7099a49cd28decf266063766e');
INSERT INTO "audit" VALUES(10,1795885938942909,'engine','tool.unknown','ytacx3zgdss3rzt66h4lavrmn','{}','baeabfffcebb1eda979e02056244260061d86e4ecba29b89e252612c31127d5a');
INSERT INTO "audit" VALUES(11,1795885938942909,'engine','handoff.opened.doubt','hgrklbyzdxmer34mxn4gez4vqy','{}','4d4ab402d86d50f301795d71b55be17cc5cbfb3af5ab2b7a02b0c7e5451fc548');
INSERT INTO "audit" VALUES(12,1795885938964955,'play:eve','run.started','zpyphsiicg54epbqtxriw5ditu','{}','05f015e296ddd7c69b279aab49d3924515a4ee60afa3aacb01fe4ad2c2452a71');
INSERT INTO "audit" VALUES(13,1795885939136335,'ana','handoff.rejecting','zgbb766kishyxo6dy3ikd5e6vu','{"reason":"","via":"play:review"}','925420bf6342ea42811273b1746bc46d359b2456d860fb6e0f89d06ecc2de20e');
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
INSERT INTO "board" VALUES(1,'k55gikkkahrtjyos3ivv7zfjma.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795885938963869);
INSERT INTO "board" VALUES(2,'ejuvrdwgnox6q3xjyiyhcirvze.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795885938990534);
INSERT INTO "board" VALUES(3,'s7rgocnvcqxujoa4uk46b2mu6m.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795885938990571);
INSERT INTO "board" VALUES(4,'k55gikkkahrtjyos3ivv7zfjma.1.1',4,'play:review','card','{"handoff":"r2pr7venbxe2oidhtuhhmarpme","short_id":"r2pr7v","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"5:12 PM UTC","opened_at":"2026-11-28T17:12:18.902488+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"5:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:approve","label":"Approve","style":"positive"},{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:more","label":"More…","style":"neutral"},{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:open","label":"Open in private","style":"neutral"},{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:claim","label":"I look after this","style":"neutral"},{"token":"h1:r2pr7venbxe2oidhtuhhmarpme:less","label":"Back","style":"neutral"}],"decided":false,"binding":["d990d6e8f0bc3bdd79436591a8a7dbee","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795885938990797);
INSERT INTO "board" VALUES(5,'ee4iwnyjc5cax3hwa3rhqvngjy.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795885939008338);
INSERT INTO "board" VALUES(6,'zpyphsiicg54epbqtxriw5ditu.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","from":"bot"}',1795885939008398);
INSERT INTO "board" VALUES(7,'ejuvrdwgnox6q3xjyiyhcirvze.1.1',10,'play:review','card','{"handoff":"zgbb766kishyxo6dy3ikd5e6vu","short_id":"zgbb76","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"5:12 PM UTC","opened_at":"2026-11-28T17:12:18.938002+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"5:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:because1","label":"Against our rules","style":"negative"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:because2","label":"Information is missing","style":"negative"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:because3","label":"Asked for twice","style":"negative"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:more","label":"More…","style":"neutral"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:open","label":"Open in private","style":"neutral"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:claim","label":"I look after this","style":"neutral"},{"token":"h1:zgbb766kishyxo6dy3ikd5e6vu:less","label":"Back","style":"neutral"}],"decided":false,"binding":["41a5ff0045a310868f9ef022a21cc703","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795885939028566);
INSERT INTO "board" VALUES(8,'s7rgocnvcqxujoa4uk46b2mu6m.1.1',8,'play:review','card','{"handoff":"pl4av5nba5il7pcixfjpim7fk4","short_id":"pl4av5","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"5:12 PM UTC","opened_at":"2026-11-28T17:12:18.938634+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"5:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"5:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:retry","label":"Retry","style":"neutral"},{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:more","label":"More…","style":"neutral"},{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:open","label":"Open in private","style":"neutral"},{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:claim","label":"I look after this","style":"neutral"},{"token":"h1:pl4av5nba5il7pcixfjpim7fk4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["79fddf5a4f836544038de2527051efde","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795885939056121);
INSERT INTO "board" VALUES(9,'ee4iwnyjc5cax3hwa3rhqvngjy.2.1',9,'play:review','card','{"handoff":"hgrklbyzdxmer34mxn4gez4vqy","short_id":"hgrklb","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"5:12 PM UTC","opened_at":"2026-11-28T17:12:18.942909+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"ytacx3zgdss3rzt66h4lavrmn","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"5:12 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"5:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"5:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:ask_reference","label":"It happened","style":"positive"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:retry","label":"It did not happen","style":"neutral"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:more","label":"More…","style":"neutral"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:open","label":"Open in private","style":"neutral"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:claim","label":"I look after this","style":"neutral"},{"token":"h1:hgrklbyzdxmer34mxn4gez4vqy:less","label":"Back","style":"neutral"}],"decided":false,"binding":["77366a4945c5b1788a903f6b6db81012","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795885939096478);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','r2pr7venbxe2oidhtuhhmarpme');
INSERT INTO "card" VALUES(2,'play:review','7','zgbb766kishyxo6dy3ikd5e6vu');
INSERT INTO "card" VALUES(3,'play:review','8','pl4av5nba5il7pcixfjpim7fk4');
INSERT INTO "card" VALUES(4,'play:review','9','hgrklbyzdxmer34mxn4gez4vqy');
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
INSERT INTO "effect" VALUES(1,'k55gikkkahrtjyos3ivv7zfjma.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'k55gikkkahrtjyos3ivv7zfjma.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'ejuvrdwgnox6q3xjyiyhcirvze.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'ejuvrdwgnox6q3xjyiyhcirvze.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'s7rgocnvcqxujoa4uk46b2mu6m.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'s7rgocnvcqxujoa4uk46b2mu6m.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'ee4iwnyjc5cax3hwa3rhqvngjy.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'ee4iwnyjc5cax3hwa3rhqvngjy.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'zpyphsiicg54epbqtxriw5ditu.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'ejuvrdwgnox6q3xjyiyhcirvze.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('r2pr7venbxe2oidhtuhhmarpme','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795885938902488,NULL,1795889538902488,NULL,NULL,NULL,1,'k55gikkkahrtjyos3ivv7zfjma');
INSERT INTO "handoff" VALUES('zgbb766kishyxo6dy3ikd5e6vu','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795885938938002,NULL,1795889538938002,NULL,'play:ana@play:review',NULL,2,'ejuvrdwgnox6q3xjyiyhcirvze');
INSERT INTO "handoff" VALUES('pl4av5nba5il7pcixfjpim7fk4','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795885938938634,NULL,1795889538938634,NULL,NULL,NULL,3,'s7rgocnvcqxujoa4uk46b2mu6m');
INSERT INTO "handoff" VALUES('hgrklbyzdxmer34mxn4gez4vqy','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"ytacx3zgdss3rzt66h4lavrmn","effect":"once","finding":"","sent_at":"2026-11-28T17:12:18.942712+00:00","detail":"the line went dead"},"retry_after":1795885978942712,"remind":[3600,86400]}','["play:review"]','play:dov',1795885938942909,NULL,1795889538942909,NULL,NULL,NULL,4,'ee4iwnyjc5cax3hwa3rhqvngjy');
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
INSERT INTO "instance" VALUES('audit_head','13 925420bf6342ea42811273b1746bc46d359b2456d860fb6e0f89d06ecc2de20e');
INSERT INTO "instance" VALUES('id','sbfsgpe4nyf3idrbwpprgd7c44');
INSERT INTO "instance" VALUES('key','5f8c2c2071ddf8a2e17e2f12012c73f27f02bd078495bc9fdcbe8a36505cabec');
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
INSERT INTO "message" VALUES(1,1795885938890464,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795885938902488,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795885938896999,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795885938938002,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795885938902009,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795885938938634,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795885938912189,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795885938942909,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795885938938537,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795885938964955,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('k55gikkkahrtjyos3ivv7zfjma','approve','waiting',1,1795885938902463,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"r2pr7venbxe2oidhtuhhmarpme"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('ejuvrdwgnox6q3xjyiyhcirvze','approve','waiting',2,1795885938937981,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"zgbb766kishyxo6dy3ikd5e6vu"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('s7rgocnvcqxujoa4uk46b2mu6m','fail','stopped',1,1795885938938630,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"pl4av5nba5il7pcixfjpim7fk4"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('ee4iwnyjc5cax3hwa3rhqvngjy','doubt','stopped',2,1795885938942705,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"hgrklbyzdxmer34mxn4gez4vqy"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('zpyphsiicg54epbqtxriw5ditu','gate','waiting',1,1795885938964937,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795885938902488,'[["t","default"],["ask","[decision]"]]','k55gikkkahrtjyos3ivv7zfjma');
INSERT INTO "step" VALUES(2,1,1795885938938002,'[["t","default"],["ask","[decision]"]]','ejuvrdwgnox6q3xjyiyhcirvze');
INSERT INTO "step" VALUES(3,1,1795885938938634,'[["t","default"],["look","[failure]"]]','s7rgocnvcqxujoa4uk46b2mu6m');
INSERT INTO "step" VALUES(4,1,1795885938942712,'[["t","default"]]','ee4iwnyjc5cax3hwa3rhqvngjy');
INSERT INTO "step" VALUES(5,2,1795885938942909,'[["give","[doubt]"]]','ee4iwnyjc5cax3hwa3rhqvngjy');
INSERT INTO "step" VALUES(6,1,1795885938964955,'[["t","default"],["gate","[reply]"]]','zpyphsiicg54epbqtxriw5ditu');
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
INSERT INTO "tool_intent" VALUES('ytacx3zgdss3rzt66h4lavrmn','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795885938942712,1795885968942712,1795885938942909,'"the line went dead"','ee4iwnyjc5cax3hwa3rhqvngjy');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 17:12:18.524412+00:00');
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
