-- An address and its choices. An erased one keeps its id and its keyed hash and nothing else; no address stands anywhere but in this table.
CREATE TABLE subscriber (
  id INTEGER NOT NULL PRIMARY KEY,
  address_hash TEXT NOT NULL UNIQUE,
  address TEXT,
  name TEXT,
  language TEXT NOT NULL,
  attach_pack INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'unsubscribed', 'suppressed', 'erased')),
  reason TEXT NOT NULL,
  consent TEXT,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((state = 'erased') = (address IS NULL)),
  CHECK (state <> 'erased' OR (name IS NULL AND consent IS NULL))
);

CREATE INDEX subscriber_by_state ON subscriber (state);

CREATE TABLE subscriber_list (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id),
  list TEXT NOT NULL,
  PRIMARY KEY (subscriber, list)
);

CREATE INDEX subscriber_list_by_list ON subscriber_list (list);

-- Without rows: all topics.
CREATE TABLE subscriber_topic (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id),
  topic TEXT NOT NULL,
  PRIMARY KEY (subscriber, topic)
);

-- Who did what to whom, and when. Only ever added to, which the triggers see to; holds nothing that would have to be erased.
CREATE TABLE subscriber_event (
  id INTEGER NOT NULL PRIMARY KEY,
  subscriber INTEGER NOT NULL REFERENCES subscriber (id),
  address_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed TEXT NOT NULL
);

CREATE INDEX subscriber_event_by_subscriber ON subscriber_event (subscriber);

CREATE TRIGGER subscriber_event_never_changes BEFORE UPDATE ON subscriber_event
BEGIN
  SELECT RAISE(ABORT, 'the record of what was done to subscribers is never changed');
END;

CREATE TRIGGER subscriber_event_never_goes BEFORE DELETE ON subscriber_event
BEGIN
  SELECT RAISE(ABORT, 'the record of what was done to subscribers is never shortened');
END;

-- By what the key beside the database is known again; the key itself is not in the database.
CREATE TABLE address_key (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL
);
