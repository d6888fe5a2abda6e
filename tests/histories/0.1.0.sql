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
INSERT INTO "audit" VALUES(1,1795875160701743,'engine','process.started','assent','{}','1c3c57f1eb0296ca2677417d52096bd7932c77050d880ab74338e7db7ebaf507');
INSERT INTO "audit" VALUES(2,1795875161192033,'play:ann','run.started','rzbu6dqdrrh4m4bolgkgbo5jku','{}','d9bab86d87f8e96bec51740b8a9aff47622c1357a20a084415cf276beef03c78');
INSERT INTO "audit" VALUES(3,1795875161192033,'engine','handoff.opened.approval','spdo274qdtitkf6z57emliuvhe','{}','332036b9485d5b0d7a97c6a93d7eb9d9892276fb3366f93b87a1024f936aaf73');
INSERT INTO "audit" VALUES(4,1795875161194977,'play:bob','run.started','iwdviyx4siakxz6v3zitlqozfu','{}','c1e9bdfad9a630e40855a9708072f0ac0b968197ff3561319e02d18db3386107');
INSERT INTO "audit" VALUES(5,1795875161194977,'engine','handoff.opened.approval','arnlv7yns6yywfwzz5tqefirxq','{}','fdd02a29a8d63c61a6dc3a0226e280ddd238c67a07742462f40f756f0705ce1f');
INSERT INTO "audit" VALUES(6,1795875161202719,'play:cem','run.started','rh62v3vng6jt3mu6smwl6wt7zu','{}','688611a0f1a59864e173c7e4178b809b3568a8f008b6614ce01a6ceec7430182');
INSERT INTO "audit" VALUES(7,1795875161202719,'engine','handoff.opened.failure','lj66fhhkvxzy54dw3ntfoh4udi','{}','3f639e08f3ac90f7a2b10995c3bed2ca2aa886055550184472722de7a3e56342');
INSERT INTO "audit" VALUES(8,1795875161211450,'play:dov','run.started','73topd7zokawmvlm47auxzohou','{}','dbc651e83421d0e2b6ace4946b993013fa6981634589d5a11d0d158717526a81');
INSERT INTO "audit" VALUES(9,1795875161211450,'engine','tool.intended','c4kephkotlh7n7fyf6t6cx5ib','{"tool":"bank__give","run":"73topd7zokawmvlm47auxzohou"}','9ed49e05907548b3c744836cee239946083de8f59e9799ba30912eba8d63b513');
INSERT INTO "audit" VALUES(10,1795875161219945,'play:eve','run.started','gcttz5tw7llol7pm2uuya2urdm','{}','420014b8fb75a1b1771931b12a1d0f379238880058e6567861aa604c42373ef2');
INSERT INTO "audit" VALUES(11,1795875161211859,'engine','tool.unknown','c4kephkotlh7n7fyf6t6cx5ib','{}','272575fae924442b4ad4a2016744032b00dace740146ac9d0f9a9826a4c63624');
INSERT INTO "audit" VALUES(12,1795875161211859,'engine','handoff.opened.doubt','vq7xleak4g7wadautu33bz7ltm','{}','6b3b9a4a9c14eb21430dd7a049e6834d4f95db6c78a913e0f4806925624605f4');
INSERT INTO "audit" VALUES(13,1795875161284148,'ana','handoff.rejecting','arnlv7yns6yywfwzz5tqefirxq','{"reason":"","via":"play:review"}','310449545b3697fcba71f09c2f146dc0028c51e45fd062791a09759105c238e0');
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
INSERT INTO "board" VALUES(1,'rzbu6dqdrrh4m4bolgkgbo5jku.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795875161214547);
INSERT INTO "board" VALUES(2,'iwdviyx4siakxz6v3zitlqozfu.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795875161214602);
INSERT INTO "board" VALUES(3,'rh62v3vng6jt3mu6smwl6wt7zu.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795875161226494);
INSERT INTO "board" VALUES(4,'rzbu6dqdrrh4m4bolgkgbo5jku.1.1',4,'play:review','card','{"handoff":"spdo274qdtitkf6z57emliuvhe","short_id":"spdo27","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"2:12 PM UTC","opened_at":"2026-11-28T14:12:41.192033+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"2:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:spdo274qdtitkf6z57emliuvhe:approve","label":"Approve","style":"positive"},{"token":"h1:spdo274qdtitkf6z57emliuvhe:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:spdo274qdtitkf6z57emliuvhe:more","label":"More…","style":"neutral"},{"token":"h1:spdo274qdtitkf6z57emliuvhe:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:spdo274qdtitkf6z57emliuvhe:open","label":"Open in private","style":"neutral"},{"token":"h1:spdo274qdtitkf6z57emliuvhe:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795875161226786);
INSERT INTO "board" VALUES(5,'gcttz5tw7llol7pm2uuya2urdm.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"answer_to":"","from":"bot"}',1795875161244421);
INSERT INTO "board" VALUES(6,'73topd7zokawmvlm47auxzohou.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795875161244465);
INSERT INTO "board" VALUES(7,'iwdviyx4siakxz6v3zitlqozfu.1.1',10,'play:review','card','{"handoff":"arnlv7yns6yywfwzz5tqefirxq","short_id":"arnlv7","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"2:12 PM UTC","opened_at":"2026-11-28T14:12:41.194977+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"2:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:because1","label":"Against our rules","style":"negative"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:because2","label":"Information is missing","style":"negative"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:because3","label":"Asked for twice","style":"negative"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:more","label":"More…","style":"neutral"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:open","label":"Open in private","style":"neutral"},{"token":"h1:arnlv7yns6yywfwzz5tqefirxq:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795875161250966);
INSERT INTO "board" VALUES(8,'rh62v3vng6jt3mu6smwl6wt7zu.1.1',8,'play:review','card','{"handoff":"lj66fhhkvxzy54dw3ntfoh4udi","short_id":"lj66fh","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"2:12 PM UTC","opened_at":"2026-11-28T14:12:41.202719+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"2:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"2:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:retry","label":"Retry","style":"neutral"},{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:more","label":"More…","style":"neutral"},{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:open","label":"Open in private","style":"neutral"},{"token":"h1:lj66fhhkvxzy54dw3ntfoh4udi:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795875161268506);
INSERT INTO "board" VALUES(9,'73topd7zokawmvlm47auxzohou.2.1',9,'play:review','card','{"handoff":"vq7xleak4g7wadautu33bz7ltm","short_id":"vq7xle","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"2:12 PM UTC","opened_at":"2026-11-28T14:12:41.211859+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"c4kephkotlh7n7fyf6t6cx5ib","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"2:12 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"2:12 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"2:12 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vq7xleak4g7wadautu33bz7ltm:ask_reference","label":"It happened","style":"positive"},{"token":"h1:vq7xleak4g7wadautu33bz7ltm:retry","label":"It did not happen","style":"neutral"},{"token":"h1:vq7xleak4g7wadautu33bz7ltm:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:vq7xleak4g7wadautu33bz7ltm:more","label":"More…","style":"neutral"},{"token":"h1:vq7xleak4g7wadautu33bz7ltm:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vq7xleak4g7wadautu33bz7ltm:open","label":"Open in private","style":"neutral"},{"token":"h1:vq7xleak4g7wadautu33bz7ltm:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795875161276355);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','spdo274qdtitkf6z57emliuvhe');
INSERT INTO "card" VALUES(2,'play:review','7','arnlv7yns6yywfwzz5tqefirxq');
INSERT INTO "card" VALUES(3,'play:review','8','lj66fhhkvxzy54dw3ntfoh4udi');
INSERT INTO "card" VALUES(4,'play:review','9','vq7xleak4g7wadautu33bz7ltm');
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
INSERT INTO "effect" VALUES(1,'rzbu6dqdrrh4m4bolgkgbo5jku.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'rzbu6dqdrrh4m4bolgkgbo5jku.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'iwdviyx4siakxz6v3zitlqozfu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'iwdviyx4siakxz6v3zitlqozfu.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'rh62v3vng6jt3mu6smwl6wt7zu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'rh62v3vng6jt3mu6smwl6wt7zu.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'gcttz5tw7llol7pm2uuya2urdm.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'73topd7zokawmvlm47auxzohou.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'73topd7zokawmvlm47auxzohou.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'iwdviyx4siakxz6v3zitlqozfu.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "asked_by" VARCHAR(300),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('spdo274qdtitkf6z57emliuvhe','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795875161192033,NULL,1795878761192033,NULL,1,'rzbu6dqdrrh4m4bolgkgbo5jku');
INSERT INTO "handoff" VALUES('arnlv7yns6yywfwzz5tqefirxq','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795875161194977,NULL,1795878761194977,'play:ana@play:review',2,'iwdviyx4siakxz6v3zitlqozfu');
INSERT INTO "handoff" VALUES('lj66fhhkvxzy54dw3ntfoh4udi','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795875161202719,NULL,1795878761202719,NULL,3,'rh62v3vng6jt3mu6smwl6wt7zu');
INSERT INTO "handoff" VALUES('vq7xleak4g7wadautu33bz7ltm','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"c4kephkotlh7n7fyf6t6cx5ib","effect":"once","finding":"","sent_at":"2026-11-28T14:12:41.211450+00:00","detail":"the line went dead"},"retry_after":1795875201211450,"remind":[3600,86400]}','["play:review"]','play:dov',1795875161211859,NULL,1795878761211859,NULL,4,'73topd7zokawmvlm47auxzohou');
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
INSERT INTO "instance" VALUES('audit_head','13 310449545b3697fcba71f09c2f146dc0028c51e45fd062791a09759105c238e0');
INSERT INTO "instance" VALUES('id','wimeeosvhyl2uuiliueeqxfhoy');
INSERT INTO "instance" VALUES('key','a2c4c8464fc9317a89f4211e26083c7ec8d4a917e3d9250ee78e447814501114');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795875161189493,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795875161192033,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795875161190653,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795875161194977,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795875161191552,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795875161202719,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795875161194678,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795875161201928,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795875161219945,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795875161211859,'bot','{"id":"customer-being-checked"}',4);
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
INSERT INTO "run" VALUES('rzbu6dqdrrh4m4bolgkgbo5jku','approve','waiting',1,1795875161191744,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"spdo274qdtitkf6z57emliuvhe"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('iwdviyx4siakxz6v3zitlqozfu','approve','waiting',2,1795875161194962,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"arnlv7yns6yywfwzz5tqefirxq"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('rh62v3vng6jt3mu6smwl6wt7zu','fail','stopped',1,1795875161202695,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"lj66fhhkvxzy54dw3ntfoh4udi"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('73topd7zokawmvlm47auxzohou','doubt','stopped',2,1795875161211433,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"vq7xleak4g7wadautu33bz7ltm"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('gcttz5tw7llol7pm2uuya2urdm','gate','waiting',1,1795875161219903,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795875161192033,'[["t","default"],["ask","[decision]"]]','rzbu6dqdrrh4m4bolgkgbo5jku');
INSERT INTO "step" VALUES(2,1,1795875161194977,'[["t","default"],["ask","[decision]"]]','iwdviyx4siakxz6v3zitlqozfu');
INSERT INTO "step" VALUES(3,1,1795875161202719,'[["t","default"],["look","[failure]"]]','rh62v3vng6jt3mu6smwl6wt7zu');
INSERT INTO "step" VALUES(4,1,1795875161211450,'[["t","default"]]','73topd7zokawmvlm47auxzohou');
INSERT INTO "step" VALUES(5,1,1795875161219945,'[["t","default"],["gate","[reply]"]]','gcttz5tw7llol7pm2uuya2urdm');
INSERT INTO "step" VALUES(6,2,1795875161211859,'[["give","[doubt]"]]','73topd7zokawmvlm47auxzohou');
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
INSERT INTO "tool_intent" VALUES('c4kephkotlh7n7fyf6t6cx5ib','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795875161211450,1795875191211450,1795875161211859,'"the line went dead"','73topd7zokawmvlm47auxzohou');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 14:12:40.648024+00:00');
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
