-- A message passes from one state to the next several times: what must follow each time is kept small.
DROP INDEX delivery_by_mailing;

CREATE INDEX delivery_by_mailing ON delivery (mailing);

DROP INDEX delivery_open;

CREATE INDEX delivery_open ON delivery (next_at, mailing) WHERE state IN ('pending', 'deferred', 'unknown');

DROP INDEX delivery_taken;

CREATE INDEX delivery_taken ON delivery (owner) WHERE state IN ('leased', 'sending');

-- How many of a mailing were refused, asked at each refusal.
CREATE INDEX delivery_failed ON delivery (mailing, changed_at) WHERE state = 'failed';

-- An attempt is written when it has ended. That it was begun, its delivery says, and since when: its changed_at.
CREATE TABLE attempt (
  delivery INTEGER NOT NULL REFERENCES delivery (id),
  number INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused', 'later', 'unknown')),
  stage TEXT,
  reason TEXT,
  reply TEXT,
  PRIMARY KEY (delivery, number)
) WITHOUT ROWID;

INSERT INTO attempt SELECT delivery, number, begun_at, ended_at, outcome, stage, reason, reply FROM delivery_attempt WHERE ended_at IS NOT NULL;

DROP TABLE delivery_attempt;

ALTER TABLE attempt RENAME TO delivery_attempt;
