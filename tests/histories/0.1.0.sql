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
INSERT INTO "audit" VALUES(1,1795354724826357,'engine','process.started','assent','{}','5377782d3cabc9ca708758d834fb8d848d4605675eba3c1242c32ffa949a3859');
INSERT INTO "audit" VALUES(2,1795354725725130,'play:ann','run.started','2uorr36f7lvd5emvvydifdonqy','{}','835291dbde1ee18cbc64295ed14a0e1609cd59729b27411a44560f3132089580');
INSERT INTO "audit" VALUES(3,1795354725725130,'engine','handoff.opened.approval','wea77d64v7meyajastwqxiwrkm','{}','6b69787357d16ba104da5af0f985a29437de00b6dc7ba339e3c4aa02f4ae34c1');
INSERT INTO "audit" VALUES(4,1795354725741438,'play:bob','run.started','5cpoqitzh7sysyx23hto6ppy5m','{}','0dcd3756431a21c7ba6fa78bea18d334c6e2e9bd8886042621be364c5a293a23');
INSERT INTO "audit" VALUES(5,1795354725741438,'engine','handoff.opened.approval','h3v7cbk32lriiwvlf5dthh2zra','{}','d5c8042d76e011a5cb8b6d85639157c1cbc635012246b3739fdf86d48ffb1034');
INSERT INTO "audit" VALUES(6,1795354725751825,'play:cem','run.started','olq6ximquh4jwl6cdcnowouike','{}','ad4301b6ad1a5c5cbb10319de337b75331a10dd57896a1e600619432dc4e0180');
INSERT INTO "audit" VALUES(7,1795354725751825,'engine','handoff.opened.failure','bsiytq7xib4sgjpzfvrhu2w5gi','{}','f27f9cee7278659c41e1e88088da365a74382d103c3330c8178a0ac7549f59c7');
INSERT INTO "audit" VALUES(8,1795354725768007,'play:dov','run.started','k55kweqotgmgpzqam53io3yzym','{}','e6623ec43fcf6a50c187cf7d59af954e9225a5fa65f19d759c1acc23269bcbe3');
INSERT INTO "audit" VALUES(9,1795354725768007,'engine','tool.intended','3ljx5k3omru3av3hfgf2n777g','{"tool":"bank__give","run":"k55kweqotgmgpzqam53io3yzym"}','84fb5d2f436100d85b361ec45f4ddfe5e57652417d95e62c51dcd2fd3a290d1f');
INSERT INTO "audit" VALUES(10,1795354725768323,'engine','tool.unknown','3ljx5k3omru3av3hfgf2n777g','{}','84cbd7161d09b4b52595992de0ef0a0a3ed83fb8312d600e21d9e8bf21ac1ff8');
INSERT INTO "audit" VALUES(11,1795354725768323,'engine','handoff.opened.doubt','5fx63kqvm55cayhvck7wyw7q6u','{}','fa623a24ad32f85b6a6494c3e8eb0a99558ba454521656fa142d26caabc0e87d');
INSERT INTO "audit" VALUES(12,1795354725791907,'play:eve','run.started','kzzlocvnhhhtll5nsbufbcpw2q','{}','2ac14d1f61856892546e7d088dab59e03b34968d9ac045517d0f5f9d18b71441');
INSERT INTO "audit" VALUES(13,1795354725965438,'ana','handoff.rejecting','h3v7cbk32lriiwvlf5dthh2zra','{"reason":"","via":"play:review"}','f9b73e497342fe1591d42f947481f07a7d0e77bce02fe4c6b3a903b19acb6a52');
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
INSERT INTO "board" VALUES(1,'2uorr36f7lvd5emvvydifdonqy.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795354725768839);
INSERT INTO "board" VALUES(2,'5cpoqitzh7sysyx23hto6ppy5m.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795354725768858);
INSERT INTO "board" VALUES(3,'olq6ximquh4jwl6cdcnowouike.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795354725805199);
INSERT INTO "board" VALUES(4,'2uorr36f7lvd5emvvydifdonqy.1.1',4,'play:review','card','{"handoff":"wea77d64v7meyajastwqxiwrkm","short_id":"wea77d","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"1:38 PM UTC","opened_at":"2026-11-22T13:38:45.725130+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"1:38 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:38 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:wea77d64v7meyajastwqxiwrkm:approve","label":"Approve","style":"positive"},{"token":"h1:wea77d64v7meyajastwqxiwrkm:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:wea77d64v7meyajastwqxiwrkm:more","label":"More…","style":"neutral"},{"token":"h1:wea77d64v7meyajastwqxiwrkm:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:wea77d64v7meyajastwqxiwrkm:open","label":"Open in private","style":"neutral"},{"token":"h1:wea77d64v7meyajastwqxiwrkm:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795354725805376);
INSERT INTO "board" VALUES(5,'k55kweqotgmgpzqam53io3yzym.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795354725828395);
INSERT INTO "board" VALUES(6,'kzzlocvnhhhtll5nsbufbcpw2q.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795354725828464);
INSERT INTO "board" VALUES(7,'5cpoqitzh7sysyx23hto6ppy5m.1.1',10,'play:review','card','{"handoff":"h3v7cbk32lriiwvlf5dthh2zra","short_id":"h3v7cb","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"1:38 PM UTC","opened_at":"2026-11-22T13:38:45.741438+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"1:38 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:38 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:because1","label":"Against our rules","style":"negative"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:because2","label":"Information is missing","style":"negative"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:because3","label":"Asked for twice","style":"negative"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:more","label":"More…","style":"neutral"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:open","label":"Open in private","style":"neutral"},{"token":"h1:h3v7cbk32lriiwvlf5dthh2zra:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795354725849196);
INSERT INTO "board" VALUES(8,'olq6ximquh4jwl6cdcnowouike.1.1',8,'play:review','card','{"handoff":"bsiytq7xib4sgjpzfvrhu2w5gi","short_id":"bsiytq","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"1:38 PM UTC","opened_at":"2026-11-22T13:38:45.751825+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"1:38 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"1:38 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:retry","label":"Retry","style":"neutral"},{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:more","label":"More…","style":"neutral"},{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:open","label":"Open in private","style":"neutral"},{"token":"h1:bsiytq7xib4sgjpzfvrhu2w5gi:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795354725903157);
INSERT INTO "board" VALUES(9,'k55kweqotgmgpzqam53io3yzym.2.1',9,'play:review','card','{"handoff":"5fx63kqvm55cayhvck7wyw7q6u","short_id":"5fx63k","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"1:38 PM UTC","opened_at":"2026-11-22T13:38:45.768323+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"3ljx5k3omru3av3hfgf2n777g","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"1:38 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"1:38 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"1:38 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:ask_reference","label":"It happened","style":"positive"},{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:retry","label":"It did not happen","style":"neutral"},{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:more","label":"More…","style":"neutral"},{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:open","label":"Open in private","style":"neutral"},{"token":"h1:5fx63kqvm55cayhvck7wyw7q6u:less","label":"Back","style":"neutral"}],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795354725936936);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','wea77d64v7meyajastwqxiwrkm');
INSERT INTO "card" VALUES(2,'play:review','7','h3v7cbk32lriiwvlf5dthh2zra');
INSERT INTO "card" VALUES(3,'play:review','8','bsiytq7xib4sgjpzfvrhu2w5gi');
INSERT INTO "card" VALUES(4,'play:review','9','5fx63kqvm55cayhvck7wyw7q6u');
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
INSERT INTO "effect" VALUES(1,'2uorr36f7lvd5emvvydifdonqy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'2uorr36f7lvd5emvvydifdonqy.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'5cpoqitzh7sysyx23hto6ppy5m.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'5cpoqitzh7sysyx23hto6ppy5m.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'olq6ximquh4jwl6cdcnowouike.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'olq6ximquh4jwl6cdcnowouike.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'k55kweqotgmgpzqam53io3yzym.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'k55kweqotgmgpzqam53io3yzym.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'kzzlocvnhhhtll5nsbufbcpw2q.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'5cpoqitzh7sysyx23hto6ppy5m.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('wea77d64v7meyajastwqxiwrkm','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]]}','["play:review"]','play:ann',1795354725725130,NULL,NULL,1,'2uorr36f7lvd5emvvydifdonqy');
INSERT INTO "handoff" VALUES('h3v7cbk32lriiwvlf5dthh2zra','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]]}','["play:review"]','play:bob',1795354725741438,NULL,'play:ana@play:review',2,'5cpoqitzh7sysyx23hto6ppy5m');
INSERT INTO "handoff" VALUES('bsiytq7xib4sgjpzfvrhu2w5gi','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795354725751825,NULL,NULL,3,'olq6ximquh4jwl6cdcnowouike');
INSERT INTO "handoff" VALUES('5fx63kqvm55cayhvck7wyw7q6u','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"3ljx5k3omru3av3hfgf2n777g","effect":"once","finding":"","sent_at":"2026-11-22T13:38:45.768007+00:00","detail":"the line went dead"},"retry_after":1795354765768007}','["play:review"]','play:dov',1795354725768323,NULL,NULL,4,'k55kweqotgmgpzqam53io3yzym');
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
INSERT INTO "instance" VALUES('audit_head','13 f9b73e497342fe1591d42f947481f07a7d0e77bce02fe4c6b3a903b19acb6a52');
INSERT INTO "instance" VALUES('id','z5igdy5mz7dj3yegqjymabkjua');
INSERT INTO "instance" VALUES('key','c7d61dd2be1ca24dcbabe0db058e2673b6f9dc000c2a57c37d13747a4f35ee21');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795354725690494,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795354725725130,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795354725713632,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795354725741438,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795354725724837,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795354725751825,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795354725741174,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795354725768323,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795354725751536,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795354725791907,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('2uorr36f7lvd5emvvydifdonqy','approve','waiting',1,1795354725725108,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"wea77d64v7meyajastwqxiwrkm"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('5cpoqitzh7sysyx23hto6ppy5m','approve','waiting',2,1795354725741424,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"h3v7cbk32lriiwvlf5dthh2zra"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('olq6ximquh4jwl6cdcnowouike','fail','stopped',1,1795354725751810,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"bsiytq7xib4sgjpzfvrhu2w5gi"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('k55kweqotgmgpzqam53io3yzym','doubt','stopped',2,1795354725767993,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"5fx63kqvm55cayhvck7wyw7q6u"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('kzzlocvnhhhtll5nsbufbcpw2q','gate','waiting',1,1795354725791899,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795354725725130,'[["t","default"],["ask","[decision]"]]','2uorr36f7lvd5emvvydifdonqy');
INSERT INTO "step" VALUES(2,1,1795354725741438,'[["t","default"],["ask","[decision]"]]','5cpoqitzh7sysyx23hto6ppy5m');
INSERT INTO "step" VALUES(3,1,1795354725751825,'[["t","default"],["look","[failure]"]]','olq6ximquh4jwl6cdcnowouike');
INSERT INTO "step" VALUES(4,1,1795354725768007,'[["t","default"]]','k55kweqotgmgpzqam53io3yzym');
INSERT INTO "step" VALUES(5,2,1795354725768323,'[["give","[doubt]"]]','k55kweqotgmgpzqam53io3yzym');
INSERT INTO "step" VALUES(6,1,1795354725791907,'[["t","default"],["gate","[reply]"]]','kzzlocvnhhhtll5nsbufbcpw2q');
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
INSERT INTO "tool_intent" VALUES('3ljx5k3omru3av3hfgf2n777g','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795354725768007,1795354755768007,1795354725768323,'"the line went dead"','k55kweqotgmgpzqam53io3yzym');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 13:38:44.744479+00:00');
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
