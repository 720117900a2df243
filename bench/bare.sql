-- What a hand would write for all figures of a period: for each model one SELECT of all values and one of the ids counted.
-- @in(c), @to_date(c), @last_year(c) and @any(c) say that c lies in the period, its year to date, the same period last
-- year, or any of them; with ? a row without that date goes by the day in the book. @end and @end_last_year are last
-- days, @start and @start_last_year first days, @year the year. A column is named as the figure it is compared with.

-- values metrology.job
SELECT count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on)) AS "metrology.instruments",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on)) AS "metrology.instruments@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on)) AS "metrology.instruments@last_year",
  count(DISTINCT establishment_id) FILTER (WHERE @in(performed_on)) AS "metrology.establishments",
  count(DISTINCT establishment_id) FILTER (WHERE @to_date(performed_on)) AS "metrology.establishments@to_date",
  count(DISTINCT establishment_id) FILTER (WHERE @last_year(performed_on)) AS "metrology.establishments@last_year",
  count(*) FILTER (WHERE @in(performed_on)) AS "metrology.jobs",
  count(*) FILTER (WHERE @to_date(performed_on)) AS "metrology.jobs@to_date",
  count(*) FILTER (WHERE @last_year(performed_on)) AS "metrology.jobs@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND result = 'failed') AS "metrology.failed",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND result = 'failed') AS "metrology.failed@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND result = 'failed')
    AS "metrology.failed@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND service = 'verification') AS "metrology.verified",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND service = 'verification')
    AS "metrology.verified@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND service = 'verification')
    AS "metrology.verified@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND service = 'calibration') AS "metrology.calibrated",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND service = 'calibration')
    AS "metrology.calibrated@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND service = 'calibration')
    AS "metrology.calibrated@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND verification_kind = 'initial')
    AS "metrology.verified_initially",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND verification_kind = 'initial')
    AS "metrology.verified_initially@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND verification_kind = 'initial')
    AS "metrology.verified_initially@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND verification_kind = 'periodic')
    AS "metrology.verified_periodically",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND verification_kind = 'periodic')
    AS "metrology.verified_periodically@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND verification_kind = 'periodic')
    AS "metrology.verified_periodically@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND verification_kind = 'after_repair')
    AS "metrology.verified_after_repair",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND verification_kind = 'after_repair')
    AS "metrology.verified_after_repair@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND verification_kind = 'after_repair')
    AS "metrology.verified_after_repair@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND verification_kind = 'comparison')
    AS "metrology.compared",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND verification_kind = 'comparison')
    AS "metrology.compared@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND verification_kind = 'comparison')
    AS "metrology.compared@last_year",
  count(*) FILTER (WHERE @in(performed_on) AND certificate_number > '') AS "metrology.certificates",
  count(*) FILTER (WHERE @to_date(performed_on) AND certificate_number > '') AS "metrology.certificates@to_date",
  count(*) FILTER (WHERE @last_year(performed_on) AND certificate_number > '') AS "metrology.certificates@last_year",
  coalesce(sum(fee) FILTER (WHERE @in(performed_on)), 0) AS "metrology.fees",
  coalesce(sum(fee) FILTER (WHERE @to_date(performed_on)), 0) AS "metrology.fees@to_date",
  coalesce(sum(fee) FILTER (WHERE @last_year(performed_on)), 0) AS "metrology.fees@last_year",
  count(DISTINCT instrument_id) FILTER (WHERE @in(performed_on) AND service = 'testing') AS "metrology.tested",
  count(DISTINCT instrument_id) FILTER (WHERE @to_date(performed_on) AND service = 'testing') AS "metrology.tested@to_date",
  count(DISTINCT instrument_id) FILTER (WHERE @last_year(performed_on) AND service = 'testing')
    AS "metrology.tested@last_year"
FROM metrology_job WHERE agency_id = 1 AND @any(performed_on) AND state = 'performed' AND trashed_at IS NULL;

-- rows metrology.job
SELECT id FROM metrology_job
WHERE agency_id = 1 AND @in(performed_on) AND state = 'performed' AND trashed_at IS NULL ORDER BY id;

-- values metrology.standard
SELECT count(*) FILTER (WHERE begun AND lasting) AS "metrology.standards",
  count(*) FILTER (WHERE begun_earlier AND lasting_earlier) AS "metrology.standards@last_year"
FROM (
  SELECT (in_use_since <= @end OR (in_use_since IS NULL AND recorded_on <= @end)) AS begun,
    (in_use_since <= @end_last_year OR (in_use_since IS NULL AND recorded_on <= @end_last_year)) AS begun_earlier,
    (retired_on > @end OR (retired_on IS NULL AND state IN ('in_use', 'stopped'))) AS lasting,
    (retired_on > @end_last_year OR (retired_on IS NULL AND state IN ('in_use', 'stopped'))) AS lasting_earlier
  FROM metrology_standard WHERE agency_id = 1 AND trashed_at IS NULL
) AS kept;

-- rows metrology.standard
SELECT id FROM metrology_standard WHERE agency_id = 1 AND trashed_at IS NULL
  AND (in_use_since <= @end OR (in_use_since IS NULL AND recorded_on <= @end))
  AND (retired_on > @end OR (retired_on IS NULL AND state IN ('in_use', 'stopped'))) ORDER BY id;

-- values metrology.verifier
SELECT count(*) FILTER (WHERE given AND lasting) AS "metrology.verifiers",
  count(*) FILTER (WHERE given_earlier AND lasting_earlier) AS "metrology.verifiers@last_year"
FROM (
  SELECT (card_issued_on <= @end OR (card_issued_on IS NULL AND recorded_on <= @end)) AS given,
    (card_issued_on <= @end_last_year OR (card_issued_on IS NULL AND recorded_on <= @end_last_year)) AS given_earlier,
    (card_valid_until IS NULL OR card_valid_until >= @end) AS lasting,
    (card_valid_until IS NULL OR card_valid_until >= @end_last_year) AS lasting_earlier
  FROM metrology_verifier WHERE agency_id = 1 AND state = 'working' AND trashed_at IS NULL
) AS kept;

-- rows metrology.verifier
SELECT id FROM metrology_verifier WHERE agency_id = 1 AND state = 'working' AND trashed_at IS NULL
  AND (card_issued_on <= @end OR (card_issued_on IS NULL AND recorded_on <= @end))
  AND (card_valid_until IS NULL OR card_valid_until >= @end) ORDER BY id;

-- values radiation.licence
WITH kept AS (
  SELECT *, state IN ('issued', 'suspended', 'revoked', 'replaced', 'expired') AS granted, action <> 'revoke' AS licence,
    @in(issued_on?) AS now, @to_date(issued_on?) AS to_date, @last_year(issued_on?) AS earlier,
    @in(received_on) AS received, @to_date(received_on) AS received_to_date, @last_year(received_on) AS received_earlier
  FROM radiation_licence WHERE agency_id = 1 AND trashed_at IS NULL
)
SELECT count(*) FILTER (WHERE now AND granted AND licence) AS "radiation.licences",
  count(*) FILTER (WHERE to_date AND granted AND licence) AS "radiation.licences@to_date",
  count(*) FILTER (WHERE earlier AND granted AND licence) AS "radiation.licences@last_year",
  count(DISTINCT work) FILTER (WHERE now AND granted AND licence) AS "radiation.works",
  count(DISTINCT work) FILTER (WHERE to_date AND granted AND licence) AS "radiation.works@to_date",
  count(DISTINCT work) FILTER (WHERE earlier AND granted AND licence) AS "radiation.works@last_year",
  count(*) FILTER (WHERE now AND granted AND action = 'issue') AS "radiation.licences_new",
  count(*) FILTER (WHERE to_date AND granted AND action = 'issue') AS "radiation.licences_new@to_date",
  count(*) FILTER (WHERE earlier AND granted AND action = 'issue') AS "radiation.licences_new@last_year",
  count(*) FILTER (WHERE now AND granted AND action = 'renew') AS "radiation.licences_renewed",
  count(*) FILTER (WHERE to_date AND granted AND action = 'renew') AS "radiation.licences_renewed@to_date",
  count(*) FILTER (WHERE earlier AND granted AND action = 'renew') AS "radiation.licences_renewed@last_year",
  count(*) FILTER (WHERE now AND granted AND action IN ('amend', 'supplement')) AS "radiation.licences_amended",
  count(*) FILTER (WHERE to_date AND granted AND action IN ('amend', 'supplement')) AS "radiation.licences_amended@to_date",
  count(*) FILTER (WHERE earlier AND granted AND action IN ('amend', 'supplement')) AS "radiation.licences_amended@last_year",
  count(*) FILTER (WHERE now AND granted AND action = 'reissue') AS "radiation.licences_reissued",
  count(*) FILTER (WHERE to_date AND granted AND action = 'reissue') AS "radiation.licences_reissued@to_date",
  count(*) FILTER (WHERE earlier AND granted AND action = 'reissue') AS "radiation.licences_reissued@last_year",
  count(*) FILTER (WHERE now AND granted AND NOT licence) AS "radiation.licences_revoked",
  count(*) FILTER (WHERE to_date AND granted AND NOT licence) AS "radiation.licences_revoked@to_date",
  count(*) FILTER (WHERE earlier AND granted AND NOT licence) AS "radiation.licences_revoked@last_year",
  count(*) FILTER (WHERE received AND licence) AS "radiation.dossiers",
  count(*) FILTER (WHERE received_to_date AND licence) AS "radiation.dossiers@to_date",
  count(*) FILTER (WHERE received_earlier AND licence) AS "radiation.dossiers@last_year",
  count(*) FILTER (WHERE granted AND licence
    AND (issued_on <= @end OR (issued_on IS NULL AND recorded_on <= @end))
    AND (expires_on IS NULL OR expires_on >= @end)
    AND (ended_on > @end OR (ended_on IS NULL AND state = 'issued'))) AS "radiation.licences_in_force",
  count(*) FILTER (WHERE granted AND licence
    AND (issued_on <= @end_last_year OR (issued_on IS NULL AND recorded_on <= @end_last_year))
    AND (expires_on IS NULL OR expires_on >= @end_last_year)
    AND (ended_on > @end_last_year OR (ended_on IS NULL AND state = 'issued'))) AS "radiation.licences_in_force@last_year"
FROM kept;

-- rows radiation.licence
SELECT id FROM radiation_licence WHERE agency_id = 1 AND trashed_at IS NULL
  AND ((state IN ('issued', 'suspended', 'revoked', 'replaced', 'expired') AND @in(issued_on?)) OR (@in(received_on) AND action <> 'revoke')
    OR (state IN ('issued', 'suspended', 'revoked', 'replaced', 'expired') AND action <> 'revoke'
      AND (issued_on <= @end OR (issued_on IS NULL AND recorded_on <= @end))
      AND (expires_on IS NULL OR expires_on >= @end) AND (ended_on > @end OR (ended_on IS NULL AND state = 'issued'))))
ORDER BY id;

-- values radiation.workercertificate
SELECT count(*) FILTER (WHERE @in(issued_on?)) AS "radiation.certificates",
  count(*) FILTER (WHERE @to_date(issued_on?)) AS "radiation.certificates@to_date",
  count(*) FILTER (WHERE @last_year(issued_on?)) AS "radiation.certificates@last_year"
FROM radiation_workercertificate
WHERE agency_id = 1 AND @any(issued_on?) AND state IN ('issued', 'revoked') AND trashed_at IS NULL;

-- rows radiation.workercertificate
SELECT id FROM radiation_workercertificate
WHERE agency_id = 1 AND @in(issued_on?) AND state IN ('issued', 'revoked') AND trashed_at IS NULL ORDER BY id;

-- values radiation.emergencytraining
SELECT count(*) FILTER (WHERE @in(held_on?) AND kind = 'training') AS "radiation.trainings",
  count(*) FILTER (WHERE @to_date(held_on?) AND kind = 'training') AS "radiation.trainings@to_date",
  count(*) FILTER (WHERE @last_year(held_on?) AND kind = 'training') AS "radiation.trainings@last_year",
  coalesce(sum(bodies) FILTER (WHERE @in(held_on?) AND kind = 'training'), 0) AS "radiation.training_bodies",
  coalesce(sum(bodies) FILTER (WHERE @to_date(held_on?) AND kind = 'training'), 0) AS "radiation.training_bodies@to_date",
  coalesce(sum(bodies) FILTER (WHERE @last_year(held_on?) AND kind = 'training'), 0) AS "radiation.training_bodies@last_year",
  count(*) FILTER (WHERE @in(held_on?) AND kind = 'drill') AS "radiation.drills",
  count(*) FILTER (WHERE @to_date(held_on?) AND kind = 'drill') AS "radiation.drills@to_date",
  count(*) FILTER (WHERE @last_year(held_on?) AND kind = 'drill') AS "radiation.drills@last_year"
FROM radiation_emergencytraining WHERE agency_id = 1 AND @any(held_on?) AND state = 'held' AND trashed_at IS NULL;

-- rows radiation.emergencytraining
SELECT id FROM radiation_emergencytraining
WHERE agency_id = 1 AND @in(held_on?) AND state = 'held' AND trashed_at IS NULL ORDER BY id;

-- values radiation.declaration
SELECT count(*) FILTER (WHERE @in(confirmed_on)) AS "radiation.declarations",
  count(*) FILTER (WHERE @to_date(confirmed_on)) AS "radiation.declarations@to_date",
  count(*) FILTER (WHERE @last_year(confirmed_on)) AS "radiation.declarations@last_year"
FROM radiation_declaration AS t WHERE t.agency_id = 1 AND t.trashed_at IS NULL AND t.state = 'confirmed';

-- rows radiation.declaration
SELECT t.id FROM radiation_declaration AS t WHERE t.agency_id = 1 AND t.trashed_at IS NULL AND @in(confirmed_on) AND t.state = 'confirmed' ORDER BY t.id;

-- values radiation.deviceverification
SELECT count(DISTINCT t.device_id) FILTER (WHERE @in(performed_on)) AS "radiation.devices_verified",
  count(DISTINCT t.device_id) FILTER (WHERE @to_date(performed_on)) AS "radiation.devices_verified@to_date",
  count(DISTINCT t.device_id) FILTER (WHERE @last_year(performed_on)) AS "radiation.devices_verified@last_year",
  count(DISTINCT t.device_id) FILTER (WHERE @in(performed_on) AND t.result = 'failed') AS "radiation.devices_failed",
  count(DISTINCT t.device_id) FILTER (WHERE @to_date(performed_on) AND t.result = 'failed') AS "radiation.devices_failed@to_date",
  count(DISTINCT t.device_id) FILTER (WHERE @last_year(performed_on) AND t.result = 'failed') AS "radiation.devices_failed@last_year"
FROM radiation_deviceverification AS t JOIN radiation_device AS d ON d.id = t.device_id JOIN radiation_facility AS f ON f.id = d.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND d.trashed_at IS NULL;

-- rows radiation.deviceverification
SELECT t.id FROM radiation_deviceverification AS t JOIN radiation_device AS d ON d.id = t.device_id JOIN radiation_facility AS f ON f.id = d.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND @in(performed_on) AND d.trashed_at IS NULL ORDER BY t.id;

-- values radiation.areasurvey
SELECT count(*) FILTER (WHERE @in(performed_on)) AS "radiation.surveys",
  count(*) FILTER (WHERE @to_date(performed_on)) AS "radiation.surveys@to_date",
  count(*) FILTER (WHERE @last_year(performed_on)) AS "radiation.surveys@last_year"
FROM radiation_areasurvey AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL;

-- rows radiation.areasurvey
SELECT t.id FROM radiation_areasurvey AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND @in(performed_on) ORDER BY t.id;

-- values radiation.dosereading
SELECT count(*) FILTER (WHERE @in(read_on)) AS "radiation.doses",
  count(*) FILTER (WHERE @to_date(read_on)) AS "radiation.doses@to_date",
  count(*) FILTER (WHERE @last_year(read_on)) AS "radiation.doses@last_year"
FROM radiation_dosereading AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL;

-- rows radiation.dosereading
SELECT t.id FROM radiation_dosereading AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND @in(read_on) ORDER BY t.id;

-- values radiation.safetyreport
SELECT count(*) FILTER (WHERE @in(received_on)) AS "radiation.safety_reports",
  count(*) FILTER (WHERE @to_date(received_on)) AS "radiation.safety_reports@to_date",
  count(*) FILTER (WHERE @last_year(received_on)) AS "radiation.safety_reports@last_year"
FROM radiation_safetyreport AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL;

-- rows radiation.safetyreport
SELECT t.id FROM radiation_safetyreport AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND @in(received_on) ORDER BY t.id;

-- values radiation.incident
SELECT count(*) FILTER (WHERE @in(occurred_on)) AS "radiation.incidents",
  count(*) FILTER (WHERE @to_date(occurred_on)) AS "radiation.incidents@to_date",
  count(*) FILTER (WHERE @last_year(occurred_on)) AS "radiation.incidents@last_year"
FROM radiation_incident AS t WHERE t.agency_id = 1 AND t.trashed_at IS NULL AND t.state <> 'false_alarm';

-- rows radiation.incident
SELECT t.id FROM radiation_incident AS t WHERE t.agency_id = 1 AND t.trashed_at IS NULL AND @in(occurred_on) AND t.state <> 'false_alarm' ORDER BY t.id;

-- values radiation.emergencyplan
SELECT count(*) FILTER (WHERE @in(approved_on?) AND level = 'facility') AS "radiation.plans_of_facilities",
  count(*) FILTER (WHERE @to_date(approved_on?) AND level = 'facility') AS "radiation.plans_of_facilities@to_date",
  count(*) FILTER (WHERE @last_year(approved_on?) AND level = 'facility') AS "radiation.plans_of_facilities@last_year",
  count(*) FILTER (WHERE @in(approved_on?) AND level = 'province') AS "radiation.plans_of_province",
  count(*) FILTER (WHERE @to_date(approved_on?) AND level = 'province') AS "radiation.plans_of_province@to_date",
  count(*) FILTER (WHERE @last_year(approved_on?) AND level = 'province') AS "radiation.plans_of_province@last_year"
FROM radiation_emergencyplan WHERE agency_id = 1 AND state IN ('approved', 'replaced') AND trashed_at IS NULL;

-- rows radiation.emergencyplan
SELECT id FROM radiation_emergencyplan
WHERE agency_id = 1 AND state IN ('approved', 'replaced') AND trashed_at IS NULL AND @in(approved_on?) ORDER BY id;

-- values radiation.facility
SELECT count(*) FILTER (WHERE (began_on <= @end OR (began_on IS NULL AND recorded_on <= @end)) AND (closed_on > @end OR (closed_on IS NULL AND state <> 'closed')))
    AS "radiation.facilities",
  count(*) FILTER (WHERE (began_on <= @end_last_year OR (began_on IS NULL AND recorded_on <= @end_last_year)) AND (closed_on > @end_last_year OR (closed_on IS NULL AND state <> 'closed')))
    AS "radiation.facilities@last_year",
  count(*) FILTER (WHERE (began_on <= @end OR (began_on IS NULL AND recorded_on <= @end)) AND (closed_on > @end OR (closed_on IS NULL AND state <> 'closed')) AND officer_certificate = '')
    AS "radiation.facilities_without_officer",
  count(*) FILTER (WHERE (began_on <= @end_last_year OR (began_on IS NULL AND recorded_on <= @end_last_year)) AND (closed_on > @end_last_year OR (closed_on IS NULL AND state <> 'closed')) AND officer_certificate = '')
    AS "radiation.facilities_without_officer@last_year"
FROM radiation_facility WHERE agency_id = 1 AND trashed_at IS NULL;

-- rows radiation.facility
SELECT id FROM radiation_facility WHERE agency_id = 1 AND trashed_at IS NULL
  AND (began_on <= @end OR (began_on IS NULL AND recorded_on <= @end)) AND (closed_on > @end OR (closed_on IS NULL AND state <> 'closed')) ORDER BY id;

-- values radiation.device
SELECT count(*) FILTER (WHERE (acquired_on <= @end OR acquired_on IS NULL) AND (disposed_on > @end OR (disposed_on IS NULL AND t.state <> 'disposed')))
    AS "radiation.devices",
  count(*) FILTER (WHERE (acquired_on <= @end_last_year OR acquired_on IS NULL) AND (disposed_on > @end_last_year OR (disposed_on IS NULL AND t.state <> 'disposed')))
    AS "radiation.devices@last_year"
FROM radiation_device AS t JOIN radiation_facility AS f ON f.id = t.facility_id WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL;

-- rows radiation.device
SELECT t.id FROM radiation_device AS t JOIN radiation_facility AS f ON f.id = t.facility_id
WHERE f.agency_id = 1 AND t.trashed_at IS NULL AND f.trashed_at IS NULL AND (acquired_on <= @end OR acquired_on IS NULL) AND (disposed_on > @end OR (disposed_on IS NULL AND t.state <> 'disposed')) ORDER BY t.id;

-- values support.trainingclass
SELECT count(*) FILTER (WHERE @in(held_on?) AND field = 'startup') AS "support.classes",
  count(*) FILTER (WHERE @to_date(held_on?) AND field = 'startup') AS "support.classes@to_date",
  count(*) FILTER (WHERE @last_year(held_on?) AND field = 'startup') AS "support.classes@last_year",
  coalesce(sum(enterprises) FILTER (WHERE @in(held_on?) AND field = 'startup'), 0) AS "support.class_enterprises",
  coalesce(sum(enterprises) FILTER (WHERE @to_date(held_on?) AND field = 'startup'), 0)
    AS "support.class_enterprises@to_date",
  coalesce(sum(enterprises) FILTER (WHERE @last_year(held_on?) AND field = 'startup'), 0)
    AS "support.class_enterprises@last_year",
  coalesce(sum(officials) FILTER (WHERE @in(held_on?) AND field = 'startup'), 0) AS "support.class_officials",
  coalesce(sum(officials) FILTER (WHERE @to_date(held_on?) AND field = 'startup'), 0) AS "support.class_officials@to_date",
  coalesce(sum(officials) FILTER (WHERE @last_year(held_on?) AND field = 'startup'), 0)
    AS "support.class_officials@last_year",
  coalesce(sum(individuals) FILTER (WHERE @in(held_on?) AND field = 'startup'), 0) AS "support.class_individuals",
  coalesce(sum(individuals) FILTER (WHERE @to_date(held_on?) AND field = 'startup'), 0)
    AS "support.class_individuals@to_date",
  coalesce(sum(individuals) FILTER (WHERE @last_year(held_on?) AND field = 'startup'), 0)
    AS "support.class_individuals@last_year",
  count(*) FILTER (WHERE @in(held_on?) AND field <> 'startup') AS "support.classes_other",
  count(*) FILTER (WHERE @to_date(held_on?) AND field <> 'startup') AS "support.classes_other@to_date",
  count(*) FILTER (WHERE @last_year(held_on?) AND field <> 'startup') AS "support.classes_other@last_year"
FROM support_trainingclass WHERE agency_id = 1 AND @any(held_on?) AND state = 'held' AND trashed_at IS NULL;

-- rows support.trainingclass
SELECT id FROM support_trainingclass
WHERE agency_id = 1 AND @in(held_on?) AND state = 'held' AND trashed_at IS NULL ORDER BY id;

-- values support.intellectualpropertyguidance
SELECT count(DISTINCT beneficiary_id) FILTER (WHERE @in(guided_on?)) AS "support.ip_enterprises",
  count(DISTINCT beneficiary_id) FILTER (WHERE @to_date(guided_on?)) AS "support.ip_enterprises@to_date",
  count(DISTINCT beneficiary_id) FILTER (WHERE @last_year(guided_on?)) AS "support.ip_enterprises@last_year"
FROM support_intellectualpropertyguidance WHERE agency_id = 1 AND @any(guided_on?) AND trashed_at IS NULL;

-- rows support.intellectualpropertyguidance
SELECT id FROM support_intellectualpropertyguidance
WHERE agency_id = 1 AND @in(guided_on?) AND trashed_at IS NULL ORDER BY id;

-- values support.supporttask
WITH running AS (
  SELECT kind,
    (started_on <= @end OR (started_on IS NULL AND recorded_on <= @end)) AND (ended_on IS NULL OR ended_on >= @end) AS now,
    (started_on <= @end_last_year OR (started_on IS NULL AND recorded_on <= @end_last_year))
      AND (ended_on IS NULL OR ended_on >= @end_last_year) AS earlier
  FROM support_supporttask WHERE agency_id = 1 AND state <> 'proposed' AND trashed_at IS NULL
)
SELECT count(*) FILTER (WHERE now) AS "support.tasks", count(*) FILTER (WHERE earlier) AS "support.tasks@last_year",
  count(*) FILTER (WHERE now AND kind = 'quality_system') AS "support.tasks_quality_system",
  count(*) FILTER (WHERE earlier AND kind = 'quality_system') AS "support.tasks_quality_system@last_year",
  count(*) FILTER (WHERE now AND kind = 'technology_renewal') AS "support.tasks_technology",
  count(*) FILTER (WHERE earlier AND kind = 'technology_renewal') AS "support.tasks_technology@last_year",
  count(*) FILTER (WHERE now AND kind = 'startup_ecosystem') AS "support.tasks_startup",
  count(*) FILTER (WHERE earlier AND kind = 'startup_ecosystem') AS "support.tasks_startup@last_year",
  count(*) FILTER (WHERE now AND kind = 'other') AS "support.tasks_other",
  count(*) FILTER (WHERE earlier AND kind = 'other') AS "support.tasks_other@last_year"
FROM running;

-- rows support.supporttask
SELECT id FROM support_supporttask WHERE agency_id = 1 AND state <> 'proposed' AND trashed_at IS NULL
  AND (started_on <= @end OR (started_on IS NULL AND recorded_on <= @end)) AND (ended_on IS NULL OR ended_on >= @end)
ORDER BY id;

-- values programme.keytask
SELECT count(*) FILTER (WHERE year = @year) AS "programme.key_tasks",
  count(*) FILTER (WHERE year = @year - 1) AS "programme.key_tasks@last_year"
FROM programme_keytask
WHERE agency_id = 1 AND year IN (@year, @year - 1) AND state NOT IN ('draft', 'removed') AND trashed_at IS NULL;

-- rows programme.keytask
SELECT id FROM programme_keytask
WHERE agency_id = 1 AND year = @year AND state NOT IN ('draft', 'removed') AND trashed_at IS NULL ORDER BY id;

-- values programme.workplan
SELECT count(*) FILTER (WHERE @in(adopted_on?)) AS "programme.plans",
  count(*) FILTER (WHERE @to_date(adopted_on?)) AS "programme.plans@to_date",
  count(*) FILTER (WHERE @last_year(adopted_on?)) AS "programme.plans@last_year"
FROM programme_workplan WHERE agency_id = 1 AND @any(adopted_on?) AND state = 'drawn_up' AND trashed_at IS NULL;

-- rows programme.workplan
SELECT id FROM programme_workplan
WHERE agency_id = 1 AND @in(adopted_on?) AND state = 'drawn_up' AND trashed_at IS NULL ORDER BY id;

-- values reform.reformplan
SELECT count(*) FILTER (WHERE @in(issued_on?)) AS "reform.plans",
  count(*) FILTER (WHERE @to_date(issued_on?)) AS "reform.plans@to_date",
  count(*) FILTER (WHERE @last_year(issued_on?)) AS "reform.plans@last_year"
FROM reform_reformplan WHERE agency_id = 1 AND @any(issued_on?) AND state = 'issued' AND trashed_at IS NULL;

-- rows reform.reformplan
SELECT id FROM reform_reformplan
WHERE agency_id = 1 AND @in(issued_on?) AND state = 'issued' AND trashed_at IS NULL ORDER BY id;

-- values advice.advisorydocument
SELECT count(*) FILTER (WHERE @in(issued_on?)) AS "advice.issued",
  count(*) FILTER (WHERE @to_date(issued_on?)) AS "advice.issued@to_date",
  count(*) FILTER (WHERE @last_year(issued_on?)) AS "advice.issued@last_year"
FROM advice_advisorydocument AS d LEFT JOIN records_paper AS p ON p.id = d.paper_id
WHERE d.agency_id = 1 AND @any(issued_on?) AND d.state = 'issued' AND d.trashed_at IS NULL;

-- rows advice.advisorydocument
SELECT d.id FROM advice_advisorydocument AS d LEFT JOIN records_paper AS p ON p.id = d.paper_id
WHERE d.agency_id = 1 AND @in(issued_on?) AND d.state = 'issued' AND d.trashed_at IS NULL ORDER BY d.id;

-- values inspection.campaign
WITH done AS (
  SELECT led_by_us, state, establishments_checked, violations, ended_on,
    (started_on <= @end OR (started_on IS NULL AND recorded_on <= @end)) AS begun,
    (started_on <= @end_last_year OR (started_on IS NULL AND recorded_on <= @end_last_year)) AS begun_last_year
  FROM inspection_campaign
  WHERE agency_id = 1 AND state IN ('ongoing', 'concluded') AND (ended_on IS NULL OR ended_on >= @start_last_year)
    AND trashed_at IS NULL
)
SELECT count(*) FILTER (WHERE led_by_us AND begun AND (ended_on IS NULL OR ended_on >= @start)) AS "inspection.led",
  count(*) FILTER (WHERE NOT led_by_us AND begun AND (ended_on IS NULL OR ended_on >= @start)) AS "inspection.joint",
  count(*) FILTER (WHERE led_by_us AND begun AND (ended_on IS NULL OR ended_on >= @start_of_year))
    AS "inspection.led@to_date",
  count(*) FILTER (WHERE NOT led_by_us AND begun AND (ended_on IS NULL OR ended_on >= @start_of_year))
    AS "inspection.joint@to_date",
  count(*) FILTER (WHERE led_by_us AND begun_last_year) AS "inspection.led@last_year",
  count(*) FILTER (WHERE NOT led_by_us AND begun_last_year) AS "inspection.joint@last_year",
  coalesce(sum(establishments_checked) FILTER (WHERE led_by_us AND state = 'concluded' AND @in(ended_on)), 0)
    AS "inspection.establishments_checked",
  coalesce(sum(establishments_checked) FILTER (WHERE led_by_us AND state = 'concluded' AND @to_date(ended_on)), 0)
    AS "inspection.establishments_checked@to_date",
  coalesce(sum(establishments_checked) FILTER (WHERE led_by_us AND state = 'concluded' AND @last_year(ended_on)), 0)
    AS "inspection.establishments_checked@last_year",
  coalesce(sum(violations) FILTER (WHERE led_by_us AND state = 'concluded' AND @in(ended_on)), 0) AS "inspection.violations",
  coalesce(sum(violations) FILTER (WHERE led_by_us AND state = 'concluded' AND @to_date(ended_on)), 0)
    AS "inspection.violations@to_date",
  coalesce(sum(violations) FILTER (WHERE led_by_us AND state = 'concluded' AND @last_year(ended_on)), 0)
    AS "inspection.violations@last_year"
FROM done;

-- rows inspection.campaign
SELECT id FROM inspection_campaign
WHERE agency_id = 1 AND state IN ('ongoing', 'concluded') AND trashed_at IS NULL
  AND (started_on <= @end OR (started_on IS NULL AND recorded_on <= @end)) AND (ended_on IS NULL OR ended_on >= @start)
ORDER BY id;

-- values research.task
WITH kept AS (
  SELECT level, rating,
    (started_on <= @end AND (closed_on IS NULL OR closed_on > @end) AND (terminated_on IS NULL OR terminated_on > @end))
      AS managed,
    (started_on <= @end_last_year AND (closed_on IS NULL OR closed_on > @end_last_year)
      AND (terminated_on IS NULL OR terminated_on > @end_last_year)) AS managed_earlier,
    @in(accepted_on) AS accepted, @to_date(accepted_on) AS accepted_to_date, @last_year(accepted_on) AS accepted_earlier
  FROM research_task WHERE agency_id = 1 AND state <> 'draft' AND trashed_at IS NULL
)
SELECT count(*) FILTER (WHERE managed) AS "research.managed",
  count(*) FILTER (WHERE managed_earlier) AS "research.managed@last_year",
  count(*) FILTER (WHERE managed AND level = 'national') AS "research.managed_national",
  count(*) FILTER (WHERE managed_earlier AND level = 'national') AS "research.managed_national@last_year",
  count(*) FILTER (WHERE managed AND level = 'ministerial') AS "research.managed_ministerial",
  count(*) FILTER (WHERE managed_earlier AND level = 'ministerial') AS "research.managed_ministerial@last_year",
  count(*) FILTER (WHERE managed AND level = 'provincial') AS "research.managed_provincial",
  count(*) FILTER (WHERE managed_earlier AND level = 'provincial') AS "research.managed_provincial@last_year",
  count(*) FILTER (WHERE managed AND level = 'grassroots') AS "research.managed_grassroots",
  count(*) FILTER (WHERE managed_earlier AND level = 'grassroots') AS "research.managed_grassroots@last_year",
  count(*) FILTER (WHERE accepted) AS "research.accepted",
  count(*) FILTER (WHERE accepted_to_date) AS "research.accepted@to_date",
  count(*) FILTER (WHERE accepted_earlier) AS "research.accepted@last_year",
  count(*) FILTER (WHERE accepted AND level = 'national') AS "research.accepted_national",
  count(*) FILTER (WHERE accepted_to_date AND level = 'national') AS "research.accepted_national@to_date",
  count(*) FILTER (WHERE accepted_earlier AND level = 'national') AS "research.accepted_national@last_year",
  count(*) FILTER (WHERE accepted AND level = 'ministerial') AS "research.accepted_ministerial",
  count(*) FILTER (WHERE accepted_to_date AND level = 'ministerial') AS "research.accepted_ministerial@to_date",
  count(*) FILTER (WHERE accepted_earlier AND level = 'ministerial') AS "research.accepted_ministerial@last_year",
  count(*) FILTER (WHERE accepted AND level = 'provincial') AS "research.accepted_provincial",
  count(*) FILTER (WHERE accepted_to_date AND level = 'provincial') AS "research.accepted_provincial@to_date",
  count(*) FILTER (WHERE accepted_earlier AND level = 'provincial') AS "research.accepted_provincial@last_year",
  count(*) FILTER (WHERE accepted AND level = 'grassroots') AS "research.accepted_grassroots",
  count(*) FILTER (WHERE accepted_to_date AND level = 'grassroots') AS "research.accepted_grassroots@to_date",
  count(*) FILTER (WHERE accepted_earlier AND level = 'grassroots') AS "research.accepted_grassroots@last_year",
  count(*) FILTER (WHERE accepted AND rating = 'pass') AS "research.accepted_passed",
  count(*) FILTER (WHERE accepted_to_date AND rating = 'pass') AS "research.accepted_passed@to_date",
  count(*) FILTER (WHERE accepted_earlier AND rating = 'pass') AS "research.accepted_passed@last_year",
  count(*) FILTER (WHERE accepted AND rating = 'excellent') AS "research.accepted_excellent",
  count(*) FILTER (WHERE accepted_to_date AND rating = 'excellent') AS "research.accepted_excellent@to_date",
  count(*) FILTER (WHERE accepted_earlier AND rating = 'excellent') AS "research.accepted_excellent@last_year",
  count(*) FILTER (WHERE accepted AND rating = 'fail') AS "research.accepted_failed",
  count(*) FILTER (WHERE accepted_to_date AND rating = 'fail') AS "research.accepted_failed@to_date",
  count(*) FILTER (WHERE accepted_earlier AND rating = 'fail') AS "research.accepted_failed@last_year"
FROM kept;

-- rows research.task
SELECT id FROM research_task WHERE agency_id = 1 AND state <> 'draft' AND trashed_at IS NULL
  AND ((started_on <= @end AND (closed_on IS NULL OR closed_on > @end) AND (terminated_on IS NULL OR terminated_on > @end))
    OR @in(accepted_on))
ORDER BY id;
