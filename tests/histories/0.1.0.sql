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
INSERT INTO "audit" VALUES(1,1795884608453817,'engine','process.started','assent','{}','cc83c3e784f3a15eb65aae342a77b1474c6061b15a8ffeb2c410f1c4d1d76f78');
INSERT INTO "audit" VALUES(2,1795884608564108,'play:ann','run.started','3jruh3sye5tjsy2crtveka6arq','{}','e22b5daf27bb2a0d02b27384d03f6859fcdba2dd65a5f0483e489c8cd7f7357b');
INSERT INTO "audit" VALUES(3,1795884608564108,'engine','handoff.opened.approval','4ff4grd5yh4tsw2enz42qyk2fu','{}','979a645af51f4244a5807b7180bff38dcc3c23f993db8ce590b47281cd5857a6');
INSERT INTO "audit" VALUES(4,1795884608566200,'play:bob','run.started','cf4o4yejpnrvghgtvmspyoijcm','{}','e6ee6ff3b2efdbc8ac106a41cd899d6f091df53185a7f142f459c863b6de53ac');
INSERT INTO "audit" VALUES(5,1795884608566200,'engine','handoff.opened.approval','67oarwsyjx3jcvi55ijpv6cpmi','{}','563eaca625b3f6ee40bbd6f1fddcbd4ea520e4a76c6bcf561006ff97db3513e9');
INSERT INTO "audit" VALUES(6,1795884608568041,'play:cem','run.started','77xstf57u37uokra4kp77tcq24','{}','0e887fb47c7e0a83b75ef7464b09df12d5307291c9e106584cba0869f95e1fb1');
INSERT INTO "audit" VALUES(7,1795884608568041,'engine','handoff.opened.failure','oboynhsnfnusg36q5bbpu5ftoa','{}','6c605fd3e6d6a08b2bf889b6df310de9e555a4ab0a5e51bb0b4fc14b99154c85');
INSERT INTO "audit" VALUES(8,1795884608571007,'play:dov','run.started','ppxmxgnzgci6rncrrl4yxoi5w4','{}','450244285e7b950edc3b897dff64ff4b306237074b4e1d46f28253dd85361fb0');
INSERT INTO "audit" VALUES(9,1795884608571007,'engine','tool.intended','3ap2c7gyvcpkdpolub3fhp64i','{"tool":"bank__give","run":"ppxmxgnzgci6rncrrl4yxoi5w4"}','563b9de8593d29460e26ca046a30bf9205d950448cdae6e6d69238230c348fd6');
INSERT INTO "audit" VALUES(10,1795884608571210,'engine','tool.unknown','3ap2c7gyvcpkdpolub3fhp64i','{}','4c0404b3ba0c355654858b9cdc9c64aff47c5fb2f64801f8e2e58b86beb503ba');
INSERT INTO "audit" VALUES(11,1795884608571210,'engine','handoff.opened.doubt','m7yrq3bd6zwefxx2czza43cvai','{}','2c63d979ad6371a1a9df6ba2952701edb21aac98b651b819757dc126cb0e0785');
INSERT INTO "audit" VALUES(12,1795884608575648,'play:eve','run.started','rmulwwoxscrwnj2owicgebxfwu','{}','f014c48d564db60ce856428daed91ec1491f51865ca211565ecd76d45d26ec46');
INSERT INTO "audit" VALUES(13,1795884608616336,'ana','handoff.rejecting','67oarwsyjx3jcvi55ijpv6cpmi','{"reason":"","via":"play:review"}','e78eb4a65f965c02d0e17ee88da474175ce1fd2c52e0a8459fc33d35265d8211');
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
INSERT INTO "board" VALUES(1,'3jruh3sye5tjsy2crtveka6arq.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795884608572263);
INSERT INTO "board" VALUES(2,'cf4o4yejpnrvghgtvmspyoijcm.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795884608572290);
INSERT INTO "board" VALUES(3,'77xstf57u37uokra4kp77tcq24.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795884608575878);
INSERT INTO "board" VALUES(4,'3jruh3sye5tjsy2crtveka6arq.1.1',4,'play:review','card','{"handoff":"4ff4grd5yh4tsw2enz42qyk2fu","short_id":"4ff4gr","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"4:50 PM UTC","opened_at":"2026-11-28T16:50:08.564108+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"4:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"4:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:approve","label":"Approve","style":"positive"},{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:more","label":"More…","style":"neutral"},{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:open","label":"Open in private","style":"neutral"},{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:claim","label":"I look after this","style":"neutral"},{"token":"h1:4ff4grd5yh4tsw2enz42qyk2fu:less","label":"Back","style":"neutral"}],"decided":false,"binding":["911b842723b76893b9f5fa347cc127e5","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795884608576354);
INSERT INTO "board" VALUES(5,'ppxmxgnzgci6rncrrl4yxoi5w4.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795884608579574);
INSERT INTO "board" VALUES(6,'rmulwwoxscrwnj2owicgebxfwu.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","from":"bot"}',1795884608579607);
INSERT INTO "board" VALUES(7,'cf4o4yejpnrvghgtvmspyoijcm.1.1',10,'play:review','card','{"handoff":"67oarwsyjx3jcvi55ijpv6cpmi","short_id":"67oarw","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"4:50 PM UTC","opened_at":"2026-11-28T16:50:08.566200+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"4:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"4:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:because1","label":"Against our rules","style":"negative"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:because2","label":"Information is missing","style":"negative"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:because3","label":"Asked for twice","style":"negative"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:more","label":"More…","style":"neutral"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:open","label":"Open in private","style":"neutral"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:claim","label":"I look after this","style":"neutral"},{"token":"h1:67oarwsyjx3jcvi55ijpv6cpmi:less","label":"Back","style":"neutral"}],"decided":false,"binding":["303e0a01c46fb9ebed6863a76743c2a8","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795884608583898);
INSERT INTO "board" VALUES(8,'77xstf57u37uokra4kp77tcq24.1.1',8,'play:review','card','{"handoff":"oboynhsnfnusg36q5bbpu5ftoa","short_id":"oboynh","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"4:50 PM UTC","opened_at":"2026-11-28T16:50:08.568041+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"4:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"4:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:retry","label":"Retry","style":"neutral"},{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:more","label":"More…","style":"neutral"},{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:open","label":"Open in private","style":"neutral"},{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:claim","label":"I look after this","style":"neutral"},{"token":"h1:oboynhsnfnusg36q5bbpu5ftoa:less","label":"Back","style":"neutral"}],"decided":false,"binding":["7dea8badbf62e9c2c26f047a1703f15f","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795884608589666);
INSERT INTO "board" VALUES(9,'ppxmxgnzgci6rncrrl4yxoi5w4.2.1',9,'play:review','card','{"handoff":"m7yrq3bd6zwefxx2czza43cvai","short_id":"m7yrq3","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"4:50 PM UTC","opened_at":"2026-11-28T16:50:08.571210+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"3ap2c7gyvcpkdpolub3fhp64i","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"4:50 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"4:50 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"4:50 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:ask_reference","label":"It happened","style":"positive"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:retry","label":"It did not happen","style":"neutral"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:more","label":"More…","style":"neutral"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:open","label":"Open in private","style":"neutral"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:claim","label":"I look after this","style":"neutral"},{"token":"h1:m7yrq3bd6zwefxx2czza43cvai:less","label":"Back","style":"neutral"}],"decided":false,"binding":["e85faad69f7686fd9f102e7f1c0c4c06","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795884608594764);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','4ff4grd5yh4tsw2enz42qyk2fu');
INSERT INTO "card" VALUES(2,'play:review','7','67oarwsyjx3jcvi55ijpv6cpmi');
INSERT INTO "card" VALUES(3,'play:review','8','oboynhsnfnusg36q5bbpu5ftoa');
INSERT INTO "card" VALUES(4,'play:review','9','m7yrq3bd6zwefxx2czza43cvai');
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
INSERT INTO "effect" VALUES(1,'3jruh3sye5tjsy2crtveka6arq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'3jruh3sye5tjsy2crtveka6arq.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'cf4o4yejpnrvghgtvmspyoijcm.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'cf4o4yejpnrvghgtvmspyoijcm.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'77xstf57u37uokra4kp77tcq24.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'77xstf57u37uokra4kp77tcq24.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'ppxmxgnzgci6rncrrl4yxoi5w4.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'ppxmxgnzgci6rncrrl4yxoi5w4.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'rmulwwoxscrwnj2owicgebxfwu.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'cf4o4yejpnrvghgtvmspyoijcm.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('4ff4grd5yh4tsw2enz42qyk2fu','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795884608564108,NULL,1795888208564108,NULL,NULL,NULL,1,'3jruh3sye5tjsy2crtveka6arq');
INSERT INTO "handoff" VALUES('67oarwsyjx3jcvi55ijpv6cpmi','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795884608566200,NULL,1795888208566200,NULL,'play:ana@play:review',NULL,2,'cf4o4yejpnrvghgtvmspyoijcm');
INSERT INTO "handoff" VALUES('oboynhsnfnusg36q5bbpu5ftoa','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795884608568041,NULL,1795888208568041,NULL,NULL,NULL,3,'77xstf57u37uokra4kp77tcq24');
INSERT INTO "handoff" VALUES('m7yrq3bd6zwefxx2czza43cvai','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"3ap2c7gyvcpkdpolub3fhp64i","effect":"once","finding":"","sent_at":"2026-11-28T16:50:08.571007+00:00","detail":"the line went dead"},"retry_after":1795884648571007,"remind":[3600,86400]}','["play:review"]','play:dov',1795884608571210,NULL,1795888208571210,NULL,NULL,NULL,4,'ppxmxgnzgci6rncrrl4yxoi5w4');
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
INSERT INTO "instance" VALUES('audit_head','13 e78eb4a65f965c02d0e17ee88da474175ce1fd2c52e0a8459fc33d35265d8211');
INSERT INTO "instance" VALUES('id','zeghus326rgl7dvdaurfnid6la');
INSERT INTO "instance" VALUES('key','c53df382a3b19dfedb6a9f124423af0a018bc9b68c8e6d832bee5c19a7399e0a');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795884608562341,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795884608564108,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795884608563153,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795884608566200,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795884608563905,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795884608568041,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795884608565910,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795884608571210,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795884608567522,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795884608575648,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('3jruh3sye5tjsy2crtveka6arq','approve','waiting',1,1795884608564087,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"4ff4grd5yh4tsw2enz42qyk2fu"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('cf4o4yejpnrvghgtvmspyoijcm','approve','waiting',2,1795884608566187,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"67oarwsyjx3jcvi55ijpv6cpmi"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('77xstf57u37uokra4kp77tcq24','fail','stopped',1,1795884608568033,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"oboynhsnfnusg36q5bbpu5ftoa"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('ppxmxgnzgci6rncrrl4yxoi5w4','doubt','stopped',2,1795884608571000,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"m7yrq3bd6zwefxx2czza43cvai"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('rmulwwoxscrwnj2owicgebxfwu','gate','waiting',1,1795884608575640,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795884608564108,'[["t","default"],["ask","[decision]"]]','3jruh3sye5tjsy2crtveka6arq');
INSERT INTO "step" VALUES(2,1,1795884608566200,'[["t","default"],["ask","[decision]"]]','cf4o4yejpnrvghgtvmspyoijcm');
INSERT INTO "step" VALUES(3,1,1795884608568041,'[["t","default"],["look","[failure]"]]','77xstf57u37uokra4kp77tcq24');
INSERT INTO "step" VALUES(4,1,1795884608571007,'[["t","default"]]','ppxmxgnzgci6rncrrl4yxoi5w4');
INSERT INTO "step" VALUES(5,2,1795884608571210,'[["give","[doubt]"]]','ppxmxgnzgci6rncrrl4yxoi5w4');
INSERT INTO "step" VALUES(6,1,1795884608575648,'[["t","default"],["gate","[reply]"]]','rmulwwoxscrwnj2owicgebxfwu');
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
INSERT INTO "tool_intent" VALUES('3ap2c7gyvcpkdpolub3fhp64i','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795884608571007,1795884638571007,1795884608571210,'"the line went dead"','ppxmxgnzgci6rncrrl4yxoi5w4');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 16:50:08.445331+00:00');
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
