-- What must be true of a case beside category and place for an entry to speak, and what the list looked at when it decided.
ALTER TABLE cases_responsibility ADD COLUMN condition TEXT NULL;
ALTER TABLE cases_decision ADD COLUMN seen TEXT NULL;
