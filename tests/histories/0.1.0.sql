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
INSERT INTO "audit" VALUES(1,1795354290338245,'engine','process.started','assent','{}','a3c2748575185f8722ccee559df3ad9fc526a97f300cedef4314b7aee7bbb32b');
INSERT INTO "audit" VALUES(2,1795354290905043,'play:ann','run.started','2cxiowua4auaynhuiiicugacdi','{}','d8428091f7a6775f101d14ef668ce1f7d57d6cbf3ecd407d88f9127e5a57fdd1');
INSERT INTO "audit" VALUES(3,1795354290905043,'engine','handoff.opened.approval','pzzglenhqewf3vllugrkm7faqy','{}','ad99568cf6ae772bb31970071daeae3b3c6fc5e011724bd6b3a56e452d6adaf8');
INSERT INTO "audit" VALUES(4,1795354290910069,'play:bob','run.started','rtthtmcsfpb4ylfcgaumcsru6a','{}','6dbfbb0783e6d1edf8d20867cd3af4f23100c20530ba5ce285778d4c68b6d71e');
INSERT INTO "audit" VALUES(5,1795354290910069,'engine','handoff.opened.approval','zyvfwxcczqqsrbj6sdfl7im5um','{}','a312a146b20e51f567ba5f571c99744da13582ac2908cc84a8f881ebd2bfe0e3');
INSERT INTO "audit" VALUES(6,1795354290911401,'play:cem','run.started','xboonpe7okjumml7yazuqwn7pu','{}','e654e4db7ee5cae2200375943f90b38af58d103c548fda8222aece4db7a6cc6b');
INSERT INTO "audit" VALUES(7,1795354290911401,'engine','handoff.opened.failure','3dongtoowpf4dj7z3bzv477z3q','{}','088cfb561cdcec8fd42b856bfb2cfc142f088e1e3c29bcdcc02cc61dec4980b8');
INSERT INTO "audit" VALUES(8,1795354290921188,'play:dov','run.started','d2utnubodhtvmgxygr2jde76ge','{}','19c3fb299d686d7791839d4483179b8b072bac05e7737fbcf69532b89c46f010');
INSERT INTO "audit" VALUES(9,1795354290921188,'engine','tool.intended','xc2n5ovxy5njrmmpml6pyxzqa','{"tool":"bank__give","run":"d2utnubodhtvmgxygr2jde76ge"}','44d132ec6b891a251cc95f60b9176519d492fe0c9028612f798731076295da26');
INSERT INTO "audit" VALUES(10,1795354290921392,'engine','tool.unknown','xc2n5ovxy5njrmmpml6pyxzqa','{}','ce411cc7ed88c188e2fdb50a84167bf99fef6b1191433d367ccd0658625f53d4');
INSERT INTO "audit" VALUES(11,1795354290921392,'engine','handoff.opened.doubt','itujbk2v52gc6cryzyhphjo2xq','{}','8a1bbf090b35e584adc40ee01cc8f47834f9f87dc0e3d6fdf0a40fd9dc99571d');
INSERT INTO "audit" VALUES(12,1795354290930179,'play:eve','run.started','2qsksygnlva4webw6exbzxasii','{}','e8752a742110c6960810aac0e9b7b8ebe5df6b54ec074154eb4d4e37e70dbf5a');
INSERT INTO "audit" VALUES(13,1795354291027630,'ana','handoff.rejecting','zyvfwxcczqqsrbj6sdfl7im5um','{"reason":"","via":"play:review"}','5cf40ed3b0ee1ddbb65e9094920996f3ccf527a1d9a4a016a402dc2e1c80608b');
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'2cxiowua4auaynhuiiicugacdi.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795354290921852);
INSERT INTO "board" VALUES(2,'rtthtmcsfpb4ylfcgaumcsru6a.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"from":"bot"}',1795354290921868);
INSERT INTO "board" VALUES(3,'2cxiowua4auaynhuiiicugacdi.1.1',3,'play:review','card','{"handoff":"pzzglenhqewf3vllugrkm7faqy","short_id":"pzzgle","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"1:31 PM UTC","opened_at":"2026-11-22T13:31:30.905043+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"1:31 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:31 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pzzglenhqewf3vllugrkm7faqy:approve","label":"Approve","style":"positive"},{"token":"h1:pzzglenhqewf3vllugrkm7faqy:ask_reason","label":"Reject","style":"negative"}]}',1795354290923724);
INSERT INTO "board" VALUES(4,'xboonpe7okjumml7yazuqwn7pu.1.2',4,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"from":"bot"}',1795354290930293);
INSERT INTO "board" VALUES(5,'d2utnubodhtvmgxygr2jde76ge.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"from":"bot"}',1795354290945037);
INSERT INTO "board" VALUES(6,'2qsksygnlva4webw6exbzxasii.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[],"from":"bot"}',1795354290945078);
INSERT INTO "board" VALUES(7,'rtthtmcsfpb4ylfcgaumcsru6a.1.1',10,'play:review','card','{"handoff":"zyvfwxcczqqsrbj6sdfl7im5um","short_id":"zyvfwx","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"1:31 PM UTC","opened_at":"2026-11-22T13:31:30.910069+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"1:31 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"1:31 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:zyvfwxcczqqsrbj6sdfl7im5um:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:zyvfwxcczqqsrbj6sdfl7im5um:reopen","label":"Do not reject","style":"neutral"}]}',1795354290945970);
INSERT INTO "board" VALUES(8,'xboonpe7okjumml7yazuqwn7pu.1.1',8,'play:review','card','{"handoff":"3dongtoowpf4dj7z3bzv477z3q","short_id":"3dongt","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"1:31 PM UTC","opened_at":"2026-11-22T13:31:30.911401+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"1:31 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"1:31 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:3dongtoowpf4dj7z3bzv477z3q:retry","label":"Retry","style":"neutral"},{"token":"h1:3dongtoowpf4dj7z3bzv477z3q:stop","label":"Stop","style":"negative"}]}',1795354290990727);
INSERT INTO "board" VALUES(9,'d2utnubodhtvmgxygr2jde76ge.2.1',9,'play:review','card','{"handoff":"itujbk2v52gc6cryzyhphjo2xq","short_id":"itujbk","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"1:31 PM UTC","opened_at":"2026-11-22T13:31:30.921392+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"xc2n5ovxy5njrmmpml6pyxzqa","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"1:31 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"1:31 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"1:31 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:itujbk2v52gc6cryzyhphjo2xq:ask_reference","label":"It happened","style":"positive"},{"token":"h1:itujbk2v52gc6cryzyhphjo2xq:retry","label":"It did not happen","style":"neutral"},{"token":"h1:itujbk2v52gc6cryzyhphjo2xq:stop","label":"Stop the request","style":"negative"}]}',1795354291007739);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','3','pzzglenhqewf3vllugrkm7faqy');
INSERT INTO "card" VALUES(2,'play:review','7','zyvfwxcczqqsrbj6sdfl7im5um');
INSERT INTO "card" VALUES(3,'play:review','8','3dongtoowpf4dj7z3bzv477z3q');
INSERT INTO "card" VALUES(4,'play:review','9','itujbk2v52gc6cryzyhphjo2xq');
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
INSERT INTO "effect" VALUES(1,'2cxiowua4auaynhuiiicugacdi.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'2cxiowua4auaynhuiiicugacdi.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'rtthtmcsfpb4ylfcgaumcsru6a.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'rtthtmcsfpb4ylfcgaumcsru6a.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'xboonpe7okjumml7yazuqwn7pu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'xboonpe7okjumml7yazuqwn7pu.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'d2utnubodhtvmgxygr2jde76ge.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'d2utnubodhtvmgxygr2jde76ge.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'2qsksygnlva4webw6exbzxasii.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'rtthtmcsfpb4ylfcgaumcsru6a.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('pzzglenhqewf3vllugrkm7faqy','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]]}','["play:review"]','play:ann',1795354290905043,NULL,NULL,1,'2cxiowua4auaynhuiiicugacdi');
INSERT INTO "handoff" VALUES('zyvfwxcczqqsrbj6sdfl7im5um','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]]}','["play:review"]','play:bob',1795354290910069,NULL,'play:ana@play:review',2,'rtthtmcsfpb4ylfcgaumcsru6a');
INSERT INTO "handoff" VALUES('3dongtoowpf4dj7z3bzv477z3q','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"}}','["play:review"]','play:cem',1795354290911401,NULL,NULL,3,'xboonpe7okjumml7yazuqwn7pu');
INSERT INTO "handoff" VALUES('itujbk2v52gc6cryzyhphjo2xq','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"xc2n5ovxy5njrmmpml6pyxzqa","effect":"once","finding":"","sent_at":"2026-11-22T13:31:30.921188+00:00","detail":"the line went dead"},"retry_after":1795354330921188}','["play:review"]','play:dov',1795354290921392,NULL,NULL,4,'d2utnubodhtvmgxygr2jde76ge');
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
INSERT INTO "instance" VALUES('audit_head','13 5cf40ed3b0ee1ddbb65e9094920996f3ccf527a1d9a4a016a402dc2e1c80608b');
INSERT INTO "instance" VALUES('id','mhu3zxh5mnihycbpzrtbpknpei');
INSERT INTO "instance" VALUES('key','f44bd15487aefbbd8b612504b0037667f6f92fbbb139a7304cde9fd4180f149b');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795354290866362,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795354290905043,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795354290892384,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795354290910069,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795354290904428,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795354290911401,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795354290909318,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795354290921392,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795354290911333,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795354290930179,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('2cxiowua4auaynhuiiicugacdi','approve','waiting',1,1795354290904995,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"pzzglenhqewf3vllugrkm7faqy"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('rtthtmcsfpb4ylfcgaumcsru6a','approve','waiting',2,1795354290910062,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"zyvfwxcczqqsrbj6sdfl7im5um"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('xboonpe7okjumml7yazuqwn7pu','fail','stopped',1,1795354290911397,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"3dongtoowpf4dj7z3bzv477z3q"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('d2utnubodhtvmgxygr2jde76ge','doubt','stopped',2,1795354290921181,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"itujbk2v52gc6cryzyhphjo2xq"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('2qsksygnlva4webw6exbzxasii','gate','waiting',1,1795354290930173,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795354290905043,'[["t","default"],["ask","[decision]"]]','2cxiowua4auaynhuiiicugacdi');
INSERT INTO "step" VALUES(2,1,1795354290910069,'[["t","default"],["ask","[decision]"]]','rtthtmcsfpb4ylfcgaumcsru6a');
INSERT INTO "step" VALUES(3,1,1795354290911401,'[["t","default"],["look","[failure]"]]','xboonpe7okjumml7yazuqwn7pu');
INSERT INTO "step" VALUES(4,1,1795354290921188,'[["t","default"]]','d2utnubodhtvmgxygr2jde76ge');
INSERT INTO "step" VALUES(5,2,1795354290921392,'[["give","[doubt]"]]','d2utnubodhtvmgxygr2jde76ge');
INSERT INTO "step" VALUES(6,1,1795354290930179,'[["t","default"],["gate","[reply]"]]','2qsksygnlva4webw6exbzxasii');
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
INSERT INTO "tool_intent" VALUES('xc2n5ovxy5njrmmpml6pyxzqa','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795354290921188,1795354320921188,1795354290921392,'"the line went dead"','d2utnubodhtvmgxygr2jde76ge');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-22 13:31:30.306995+00:00');
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
