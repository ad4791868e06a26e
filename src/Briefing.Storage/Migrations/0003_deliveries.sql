-- When an edition of the schedule was written to the output folder.
ALTER TABLE edition ADD COLUMN written_at TEXT;

UPDATE edition SET written_at = made_at WHERE state IN ('fanned-out', 'done');

-- One version of an edition on its way to one list. Its deliveries stand in the outbox once it is "sending".
CREATE TABLE mailing (
  id INTEGER NOT NULL PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (id),
  list TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'held', 'stopped', 'withheld', 'done')),
  reason TEXT,
  corrects INTEGER REFERENCES edition (id),
  begun_at TEXT NOT NULL,
  deadline TEXT NOT NULL,
  UNIQUE (edition, list)
);

CREATE INDEX mailing_by_state ON mailing (state);

-- What a person said of an edition before it was mailed; the last word counts.
CREATE TABLE approval (
  id INTEGER NOT NULL PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (id),
  decision TEXT NOT NULL CHECK (decision IN ('approved', 'held')),
  person TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE INDEX approval_by_edition ON approval (edition);

-- An edition's mail for one choice of topics and pack, with places where a reader's own values stand. Compressed with Brotli.
CREATE TABLE message (
  id INTEGER NOT NULL PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition (id),
  choice TEXT NOT NULL,
  subject TEXT NOT NULL,
  text BLOB NOT NULL,
  html BLOB NOT NULL,
  pack TEXT
);

CREATE INDEX message_by_edition ON message (edition, choice);

-- One message for one reader. Its key names it to servers and in files, and is the beginning of its Message-ID; there is no address in it.
-- Without a subscriber it goes to the operators; without a message it is a notice, which is written from its kind and its values.
CREATE TABLE delivery (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('edition', 'confirmation', 'alert')),
  edition INTEGER REFERENCES edition (id),
  mailing INTEGER REFERENCES mailing (id),
  message INTEGER REFERENCES message (id),
  notice TEXT,
  subscriber INTEGER REFERENCES subscriber (id),
  address_hash TEXT,
  message_id TEXT NOT NULL,
  dated TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'sending', 'deferred', 'unknown', 'held', 'accepted', 'failed', 'expired', 'suppressed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  unknowns INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  deadline TEXT NOT NULL,
  owner TEXT,
  fence INTEGER NOT NULL DEFAULT 0,
  leased_until TEXT,
  changed_at TEXT NOT NULL,
  CHECK ((kind = 'edition') = (edition IS NOT NULL AND mailing IS NOT NULL AND message IS NOT NULL)),
  CHECK (kind = 'alert' OR subscriber IS NOT NULL),
  UNIQUE (edition, address_hash)
);

CREATE INDEX delivery_open ON delivery (next_at) WHERE state IN ('pending', 'deferred', 'unknown');

CREATE INDEX delivery_taken ON delivery (state) WHERE state IN ('leased', 'sending');

CREATE INDEX delivery_by_mailing ON delivery (mailing, state);

CREATE INDEX delivery_by_subscriber ON delivery (subscriber);

-- One try and its reply. Replies may name the reader: they go when the reader is erased.
CREATE TABLE delivery_attempt (
  delivery INTEGER NOT NULL REFERENCES delivery (id),
  number INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'refused', 'later', 'unknown')),
  stage TEXT,
  reason TEXT,
  reply TEXT,
  PRIMARY KEY (delivery, number)
);

-- A notice of non-delivery, or a complaint. What the server said goes when the reader is erased.
CREATE TABLE bounce (
  id INTEGER NOT NULL PRIMARY KEY,
  notice_sha256 TEXT NOT NULL,
  subscriber INTEGER NOT NULL REFERENCES subscriber (id),
  delivery INTEGER REFERENCES delivery (id),
  kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'complaint')),
  status TEXT,
  said TEXT,
  at TEXT NOT NULL,
  UNIQUE (notice_sha256, subscriber)
);

CREATE INDEX bounce_by_subscriber ON bounce (subscriber, at);
