-- How a reporter is told, who wants no messages, and whether the reporter was told of acceptance and result.
ALTER TABLE cases_reporter
    ADD COLUMN email bytea NULL,
    ADD COLUMN email_fingerprint bytea NULL,
    ADD COLUMN masked_email text NULL,
    ADD COLUMN told_by text NULL;
CREATE INDEX ix_cases_reporter_email_fingerprint ON cases_reporter (email_fingerprint) WHERE email_fingerprint IS NOT NULL;
ALTER TABLE cases_case
    ADD COLUMN acceptance_notice text NULL,
    ADD COLUMN result_notice text NULL;

CREATE TABLE cases_opt_out (
    fingerprint bytea NOT NULL CONSTRAINT pk_cases_opt_out PRIMARY KEY,
    at timestamp with time zone NOT NULL
);
