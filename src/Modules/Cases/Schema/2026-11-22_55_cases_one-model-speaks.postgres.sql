-- Of the versions of a task one speaks, also where two were put back at once.
UPDATE cases_model SET active = number = (SELECT max(newest.number) FROM cases_model newest WHERE newest.task = cases_model.task AND newest.active) WHERE active;
CREATE UNIQUE INDEX ix_cases_model_active ON cases_model (task) WHERE active;
