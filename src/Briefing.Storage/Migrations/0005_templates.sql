-- The templates that editions were made with: their mail is rendered for its readers with the same ones.
CREATE TABLE template_set (
  sha256 TEXT PRIMARY KEY,
  content BLOB NOT NULL
) WITHOUT ROWID;
