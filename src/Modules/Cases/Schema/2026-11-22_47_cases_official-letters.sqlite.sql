-- Numbered letters to units, their templates, and how far numbers are given out.
CREATE TABLE cases_official_letter (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    number TEXT NOT NULL,
    case_id TEXT NOT NULL,
    case_number TEXT NOT NULL,
    division_code TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    words TEXT NOT NULL,
    reply_by TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    issuer_name TEXT NOT NULL,
    hash TEXT NOT NULL,
    length INTEGER NOT NULL,
    seen_at INTEGER NULL,
    seen_by TEXT NULL,
    replied_at INTEGER NULL,
    replied_by TEXT NULL,
    reply TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_official_letter PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_official_letter_kind_year_sequence ON cases_official_letter (kind, year, sequence);
CREATE INDEX ix_cases_official_letter_division_code_issued_at ON cases_official_letter (division_code, issued_at);
CREATE INDEX ix_cases_official_letter_unit_id_issued_at ON cases_official_letter (unit_id, issued_at);
CREATE INDEX ix_cases_official_letter_case_id ON cases_official_letter (case_id);

CREATE TABLE cases_letter_template (
    kind TEXT NOT NULL,
    hash TEXT NOT NULL,
    length INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_letter_template PRIMARY KEY (kind)
);

CREATE TABLE cases_letter_number (
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_cases_letter_number PRIMARY KEY (kind, year)
);
