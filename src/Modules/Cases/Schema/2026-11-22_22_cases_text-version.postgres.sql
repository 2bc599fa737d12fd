ALTER TABLE cases_standard_text ADD COLUMN version integer NOT NULL DEFAULT 1;
