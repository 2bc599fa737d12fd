-- How a reporter is told, who wants no messages, and whether the reporter was told of acceptance and result.
ALTER TABLE cases_reporter ADD COLUMN email BLOB NULL;
ALTER TABLE cases_reporter ADD COLUMN email_fingerprint BLOB NULL;
ALTER TABLE cases_reporter ADD COLUMN masked_email TEXT NULL;
ALTER TABLE cases_reporter ADD COLUMN told_by TEXT NULL;
CREATE INDEX ix_cases_reporter_email_fingerprint ON cases_reporter (email_fingerprint) WHERE email_fingerprint IS NOT NULL;
ALTER TABLE cases_case ADD COLUMN acceptance_notice TEXT NULL;
ALTER TABLE cases_case ADD COLUMN result_notice TEXT NULL;

CREATE TABLE cases_opt_out (
    fingerprint BLOB NOT NULL CONSTRAINT pk_cases_opt_out PRIMARY KEY,
    at INTEGER NOT NULL
);
