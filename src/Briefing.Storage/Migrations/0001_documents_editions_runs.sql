-- Instants are ISO 8601 in UTC with seven decimals, days are ISO 8601: both sort as text.

-- A document's decoded text, once however often it was read. Compressed with Brotli; null once it is no longer kept.
CREATE TABLE text (
  sha256 TEXT NOT NULL PRIMARY KEY,
  content BLOB,
  characters INTEGER NOT NULL
);

-- One thing read. The same address with other text is another document of that address.
CREATE TABLE document (
  id INTEGER NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  url TEXT,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES text (sha256),
  layout BLOB,
  read_at TEXT NOT NULL,
  UNIQUE (source, name, sha256)
);

CREATE INDEX document_by_text ON document (sha256);

CREATE INDEX document_by_instant ON document (read_at);

-- One version of one day's edition of a schedule entry. One with an instant at which it is due is handed over then; others are not.
CREATE TABLE edition (
  id INTEGER NOT NULL PRIMARY KEY,
  entry TEXT NOT NULL,
  date TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('frozen', 'made', 'fanned-out', 'done')),
  late INTEGER NOT NULL,
  window_from TEXT,
  window_to TEXT,
  due_at TEXT,
  inputs_sha256 TEXT NOT NULL,
  sources TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  made_at TEXT,
  templates_sha256 TEXT,
  content_sha256 TEXT,
  content BLOB,
  UNIQUE (entry, date, version)
);

-- What an edition was frozen with, in the order of its document ids d1, d2, …
CREATE TABLE edition_document (
  edition INTEGER NOT NULL REFERENCES edition (id),
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id),
  read_at TEXT NOT NULL,
  PRIMARY KEY (edition, position)
);

CREATE INDEX edition_by_state ON edition (state, due_at);

CREATE INDEX edition_document_by_document ON edition_document (document);

-- The earlier editions that this one was compared with.
CREATE TABLE edition_baseline (
  edition INTEGER NOT NULL REFERENCES edition (id),
  earlier INTEGER NOT NULL REFERENCES edition (id),
  PRIMARY KEY (edition, earlier)
);

-- What made editions said, as far as later ones need it to tell what is new.
CREATE TABLE story_seen (
  edition INTEGER NOT NULL REFERENCES edition (id),
  position INTEGER NOT NULL,
  story TEXT NOT NULL,
  headline TEXT NOT NULL,
  PRIMARY KEY (edition, position)
);

CREATE TABLE claim_seen (
  edition INTEGER NOT NULL REFERENCES edition (id),
  position INTEGER NOT NULL,
  claim TEXT NOT NULL,
  story TEXT NOT NULL,
  text TEXT NOT NULL,
  published TEXT,
  address TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  PRIMARY KEY (edition, position)
);

CREATE TABLE article_seen (
  edition INTEGER NOT NULL REFERENCES edition (id),
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (edition, position)
);

-- How far each schedule entry has come; known since it was first seen, or seen again after it had been taken out. "begun" is the edition that is frozen and not done, as it was decided.
CREATE TABLE entry_history (
  entry TEXT NOT NULL PRIMARY KEY,
  known_since TEXT,
  last_date TEXT,
  covered_until TEXT,
  begun TEXT
);

-- The files made from an edition, as they were handed out.
CREATE TABLE rendition (
  edition INTEGER NOT NULL REFERENCES edition (id),
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (edition, name)
);

-- One attempt at an edition.
CREATE TABLE run (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  date TEXT NOT NULL,
  edition INTEGER REFERENCES edition (id),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  succeeded INTEGER,
  sources TEXT
);

CREATE TABLE run_stage (
  run INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  came_in INTEGER NOT NULL,
  went_out INTEGER NOT NULL,
  what TEXT NOT NULL,
  milliseconds INTEGER NOT NULL,
  PRIMARY KEY (run, position)
);

CREATE TABLE run_fault (
  run INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (run, position)
);
