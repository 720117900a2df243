-- What a hand would write for all figures of a period: for each model one SELECT of all values and one of the ids counted.
-- The big register and the older ones are written out; of the others, after "-- figures", stand the rows they share, names
-- for conditions said often, and a line a figure: what is counted, and of which rows. A figure with @in or @start is asked
-- for the year to date too, and each for last year; the ids are those of the rows of any of them.
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

-- figures advice.advisorydocument
FROM advice_advisorydocument AS t LEFT JOIN records_paper ON t.paper_id = records_paper.id
WHERE t.trashed_at IS NULL AND t.agency_id = 1
issued = t.state = 'issued' AND @in(records_paper.issued_on?)
submitted = t.state IN ('submitted', 'issued', 'returned') AND @in(t.submitted_on?)
advice.issued: count(*): {issued}
advice.normative: count(*): {issued} AND t.is_normative
advice.issued_party: count(*): {issued} AND (records_paper.issuer LIKE 'Tỉnh ủy%' OR records_paper.issuer LIKE 'Ban Thường vụ Tỉnh ủy%' OR records_paper.issuer LIKE 'Thường trực Tỉnh ủy%' OR records_paper.issuer LIKE 'Ban Chấp hành Đảng bộ%' OR records_paper.issuer LIKE 'Ban Cán sự%' OR records_paper.issuer LIKE 'Tỉnh uỷ%' OR records_paper.issuer LIKE 'Ban Thường vụ Tỉnh uỷ%' OR records_paper.issuer LIKE 'Thường trực Tỉnh uỷ%')
advice.issued_council: count(*): {issued} AND (records_paper.issuer LIKE 'HĐND%' OR records_paper.issuer LIKE 'Hội đồng nhân dân%' OR records_paper.issuer LIKE 'Thường trực HĐND%')
advice.issued_committee: count(*): {issued} AND (records_paper.issuer LIKE 'UBND%' OR records_paper.issuer LIKE 'Ủy ban nhân dân%' OR records_paper.issuer LIKE 'Chủ tịch UBND%' OR records_paper.issuer LIKE 'Chủ tịch Ủy ban%' OR records_paper.issuer LIKE 'Uỷ ban nhân dân%' OR records_paper.issuer LIKE 'Chủ tịch Uỷ ban%')
advice.issued_ministry: count(*): {issued} AND (records_paper.issuer LIKE 'Bộ %' OR records_paper.issuer LIKE 'Chính phủ%' OR records_paper.issuer LIKE 'Thủ tướng%')
advice.issued_other: count(*): {issued} AND NOT coalesce(records_paper.issuer LIKE 'Tỉnh ủy%' OR records_paper.issuer LIKE 'Ban Thường vụ Tỉnh ủy%' OR records_paper.issuer LIKE 'Thường trực Tỉnh ủy%' OR records_paper.issuer LIKE 'Ban Chấp hành Đảng bộ%' OR records_paper.issuer LIKE 'Ban Cán sự%' OR records_paper.issuer LIKE 'Tỉnh uỷ%' OR records_paper.issuer LIKE 'Ban Thường vụ Tỉnh uỷ%' OR records_paper.issuer LIKE 'Thường trực Tỉnh uỷ%' OR records_paper.issuer LIKE 'HĐND%' OR records_paper.issuer LIKE 'Hội đồng nhân dân%' OR records_paper.issuer LIKE 'Thường trực HĐND%' OR records_paper.issuer LIKE 'UBND%' OR records_paper.issuer LIKE 'Ủy ban nhân dân%' OR records_paper.issuer LIKE 'Chủ tịch UBND%' OR records_paper.issuer LIKE 'Chủ tịch Ủy ban%' OR records_paper.issuer LIKE 'Uỷ ban nhân dân%' OR records_paper.issuer LIKE 'Chủ tịch Uỷ ban%' OR records_paper.issuer LIKE 'Bộ %' OR records_paper.issuer LIKE 'Chính phủ%' OR records_paper.issuer LIKE 'Thủ tướng%', false)
advice.submitted_on_demand: count(*): {submitted} AND t.due_on IS NOT NULL
advice.submitted_in_time: count(*): {submitted} AND t.due_on IS NOT NULL AND t.submitted_on <= t.due_on
advice.awaited: count(*): (t.state = 'submitted' OR (records_paper.issued_on > @end AND t.state = 'issued')) AND t.submitted_on <= @end;

-- figures programme.keytask
FROM programme_keytask AS t
WHERE t.trashed_at IS NULL AND NOT (t.state IN ('draft', 'removed')) AND t.agency_id = 1
done = t.completed_on <= @end AND t.state = 'completed'
open = (t.state <> 'completed' OR t.completed_on > @end)
extended_after = EXISTS(SELECT 1 FROM programme_extension AS e WHERE e.trashed_at IS NULL AND e.decided_on > @end AND e.old_due_on < @end AND e.task_id = t.id)
programme.key_tasks: count(*): t.year = @year
programme.key_tasks_party: count(*): t.year = @year AND t.source = 'party'
programme.key_tasks_committee: count(*): t.year = @year AND t.source = 'committee'
programme.key_tasks_ministry: count(*): t.year = @year AND t.source = 'ministry'
programme.carried: count(*): t.year = @year AND t.carried_from_id IS NOT NULL
programme.done: count(*): t.year = @year AND {done}
programme.done_in_time: count(*): t.year = @year AND {done} AND (t.due_on IS NULL OR t.completed_on <= t.due_on)
programme.done_late: count(*): t.year = @year AND {done} AND t.completed_on > t.due_on
programme.open_in_time: count(*): t.year = @year AND {open} AND (t.due_on IS NULL OR t.due_on >= @end) AND NOT ({extended_after})
programme.overdue: count(*): t.year = @year AND {open} AND (t.due_on < @end OR {extended_after})
programme.extended: count(*): t.year = @year AND EXISTS(SELECT 1 FROM programme_extension AS e WHERE e.trashed_at IS NULL AND e.decided_on <= @end AND e.task_id = t.id);

-- figures reform.planactivity
FROM reform_planactivity AS t JOIN reform_reformplan ON t.plan_id = reform_reformplan.id
WHERE reform_reformplan.trashed_at IS NULL AND t.trashed_at IS NULL AND reform_reformplan.state IN ('issued', 'completed') AND reform_reformplan.agency_id = 1
reform.work_done: count(*): @in(t.done_on) AND t.state = 'done'
reform.work_late: count(*): @in(t.done_on) AND t.state = 'done' AND t.done_on > t.due_on
reform.work_overdue: count(*): (t.state IN ('planned', 'running') OR (t.done_on > @end AND t.state = 'done')) AND t.due_on < @end;

-- figures reform.proceduretally
FROM reform_proceduretally AS t JOIN reform_procedure ON t.procedure_id = reform_procedure.id
WHERE t.trashed_at IS NULL AND t.agency_id = 1
reform.dossiers_received: sum(t.received): @in(t.to_on?)
reform.dossiers_online: sum(t.received_online): @in(t.to_on?)
reform.dossiers_full: sum(t.received_online): @in(t.to_on?) AND reform_procedure.online = 'full'
reform.dossiers_settled: sum(t.settled): @in(t.to_on?)
reform.dossiers_in_time: sum(t.settled_in_time): @in(t.to_on?)
reform.dossiers_late: sum(t.settled_late): @in(t.to_on?)
reform.dossiers_returned: sum(t.returned): @in(t.to_on?)
reform.dossiers_pending: sum(t.pending): t.to_on = @end
reform.dossiers_pending_late: sum(t.pending_late): t.to_on = @end
reform.fees: sum(t.fees): @in(t.to_on?);

-- figures reform.procedure
FROM reform_procedure AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
reform.procedures: count(*): (t.valid_from IS NULL OR t.valid_from <= @end) AND (t.valid_to IS NULL OR t.valid_to >= @end) AND t.online IN ('none', 'partial', 'full')
reform.procedures_full: count(*): (t.valid_from IS NULL OR t.valid_from <= @end) AND (t.valid_to IS NULL OR t.valid_to >= @end) AND t.online = 'full'
reform.procedures_partial: count(*): (t.valid_from IS NULL OR t.valid_from <= @end) AND (t.valid_to IS NULL OR t.valid_to >= @end) AND t.online = 'partial';

-- figures reform.documentreview
FROM reform_documentreview AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
reform.reviewed: count(DISTINCT t.paper_id): t.outcome IN ('fit', 'amend', 'replace', 'abolish', 'ended') AND @in(t.reviewed_on?)
reform.reviewed_amend: count(DISTINCT t.paper_id): t.outcome = 'amend' AND @in(t.reviewed_on?)
reform.reviewed_replace: count(DISTINCT t.paper_id): t.outcome = 'replace' AND @in(t.reviewed_on?)
reform.reviewed_abolish: count(DISTINCT t.paper_id): t.outcome = 'abolish' AND @in(t.reviewed_on?);

-- figures research.task
FROM research_task AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
under_way = NOT (t.state IN ('proposed', 'determined', 'listed', 'selected', 'appraised', 'approved', 'draft', 'dropped'))
managed = {under_way} AND t.started_on <= @end AND (t.closed_on IS NULL OR t.closed_on > @end) AND (t.terminated_on IS NULL OR t.terminated_on > @end)
accepted = {under_way} AND @in(t.accepted_on)
carried_out = {under_way} AND t.started_on <= @end AND (t.closed_on IS NULL OR t.closed_on >= @start) AND (t.terminated_on IS NULL OR t.terminated_on >= @start)
research.managed: count(*): {managed}
research.managed_national: count(*): {managed} AND t.level = 'national'
research.managed_ministerial: count(*): {managed} AND t.level = 'ministerial'
research.managed_provincial: count(*): {managed} AND t.level = 'provincial'
research.managed_grassroots: count(*): {managed} AND t.level = 'grassroots'
research.managed_topics: count(*): {managed} AND t.kind = 'research'
research.managed_schemes: count(*): {managed} AND t.kind = 'scheme'
research.managed_pilots: count(*): {managed} AND t.kind = 'pilot'
research.managed_projects: count(*): {managed} AND t.kind = 'project'
research.managed_carried: count(*): {managed} AND t.started_on < @year_start
research.managed_new: count(*): {managed} AND t.started_on >= @year_start
research.carried_out: count(*): {carried_out}
research.carried_out_national: count(*): {carried_out} AND t.level = 'national'
research.carried_out_ministerial: count(*): {carried_out} AND t.level = 'ministerial'
research.carried_out_provincial: count(*): {carried_out} AND t.level = 'provincial'
research.carried_out_grassroots: count(*): {carried_out} AND t.level = 'grassroots'
research.proposed: count(*): @in(t.proposed_on)
research.listed: count(*): @in(t.listed_on)
research.approved: count(*): @in(t.approved_on)
research.begun: count(*): {under_way} AND @in(t.started_on)
research.terminated: count(*): @in(t.terminated_on)
research.submitted: count(*): @in(t.submitted_on)
research.accepted: count(*): {accepted}
research.accepted_national: count(*): {accepted} AND t.level = 'national'
research.accepted_ministerial: count(*): {accepted} AND t.level = 'ministerial'
research.accepted_provincial: count(*): {accepted} AND t.level = 'provincial'
research.accepted_grassroots: count(*): {accepted} AND t.level = 'grassroots'
research.accepted_passed: count(*): {accepted} AND t.rating = 'pass'
research.accepted_excellent: count(*): {accepted} AND t.rating = 'excellent'
research.accepted_good: count(*): {accepted} AND t.rating = 'good'
research.accepted_average: count(*): {accepted} AND t.rating = 'average'
research.accepted_failed: count(*): {accepted} AND t.rating = 'fail'
research.registered: count(*): @in(t.registered_on)
research.recognised: count(*): @in(t.recognised_on)
research.handed_over: count(*): @in(t.handed_over_on)
research.closed: count(*): @in(t.closed_on)
research.settled: sum(t.settled_budget): @in(t.settled_on);

-- figures research.council
FROM research_council AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.councils: count(*): @in(t.held_on)
research.councils_determination: count(*): @in(t.held_on) AND t.kind = 'determination'
research.councils_selection: count(*): @in(t.held_on) AND t.kind = 'selection'
research.councils_appraisal: count(*): @in(t.held_on) AND t.kind = 'appraisal'
research.councils_self_assessment: count(*): @in(t.held_on) AND t.kind = 'self_assessment'
research.councils_acceptance: count(*): @in(t.held_on) AND t.kind = 'acceptance';

-- figures research.check
FROM research_check AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.checks: count(*): @in(t.held_on)
research.checked_tasks: count(DISTINCT t.task_id): @in(t.held_on);

-- figures research.adjustment
FROM research_adjustment AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.extended: count(*): t.kind = 'extension' AND @in(t.decided_on)
research.adjusted: count(*): t.kind IN ('content', 'budget', 'people', 'host') AND @in(t.decided_on)
research.suspended: count(*): t.kind = 'suspension' AND @in(t.decided_on);

-- figures research.application
FROM research_application AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.applications: count(*): @in(t.reported_on);

-- figures research.product
FROM research_product AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.products: count(*): @in(t.delivered_on);

-- figures research.disbursement
FROM research_disbursement AS t JOIN research_task ON t.task_id = research_task.id
WHERE research_task.trashed_at IS NULL AND t.trashed_at IS NULL AND research_task.agency_id = 1
research.disbursed: sum(t.amount): @in(t.paid_on)
research.disbursed_state: sum(t.amount): @in(t.paid_on) AND t.source = 'state'
research.advances_open: sum(t.amount): t.kind = 'advance' AND t.paid_on <= @end AND (t.settled_on IS NULL OR t.settled_on > @end);

-- figures support.supporttask
FROM support_supporttask AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
running = (t.state IN ('running', 'completed', 'liquidated') OR (t.started_on IS NOT NULL AND t.state = 'stopped')) AND (t.started_on <= @end OR (t.recorded_on <= @end AND t.started_on IS NULL)) AND (t.ended_on IS NULL OR t.ended_on >= @end)
support.tasks: count(*): {running}
support.tasks_quality_system: count(*): {running} AND t.kind = 'quality_system'
support.tasks_technology: count(*): {running} AND t.kind = 'technology_renewal'
support.tasks_startup: count(*): {running} AND t.kind = 'startup_ecosystem'
support.tasks_other: count(*): {running} AND NOT (t.kind IN ('quality_system', 'technology_renewal', 'startup_ecosystem'))
support.tasks_property: count(*): {running} AND t.kind = 'ip_guidance'
support.tasks_traceability: count(*): {running} AND t.kind = 'traceability'
support.tasks_award: count(*): {running} AND t.kind = 'quality_award'
support.tasks_training: count(*): {running} AND t.kind = 'training'
support.tasks_standard: count(*): {running} AND t.kind = 'standard'
support.tasks_brand: count(*): {running} AND t.kind = 'brand'
support.beneficiaries: count(DISTINCT t.beneficiary_id): {running}
support.tasks_started: count(*): t.state IN ('running', 'completed', 'liquidated') AND @in(t.started_on?)
support.tasks_completed: count(*): t.state IN ('completed', 'liquidated') AND @in(t.ended_on)
support.certificates: count(*): @in(t.certified_on);

-- figures support.disbursement
FROM support_disbursement AS t JOIN support_supporttask ON t.task_id = support_supporttask.id
WHERE support_supporttask.trashed_at IS NULL AND t.trashed_at IS NULL AND support_supporttask.agency_id = 1
support.disbursed: sum(t.amount): @in(t.paid_on);

-- figures support.trainingclass
FROM support_trainingclass AS t
WHERE t.trashed_at IS NULL AND t.state = 'held' AND t.agency_id = 1
support.classes: count(*): @in(t.held_on?) AND t.field = 'startup'
support.class_enterprises: sum(t.enterprises): @in(t.held_on?) AND t.field = 'startup'
support.class_officials: sum(t.officials): @in(t.held_on?) AND t.field = 'startup'
support.class_individuals: sum(t.individuals): @in(t.held_on?) AND t.field = 'startup'
support.classes_other: count(*): @in(t.held_on?) AND t.field <> 'startup'
support.classes_quality: count(*): @in(t.held_on?) AND t.field = 'quality'
support.classes_property: count(*): @in(t.held_on?) AND t.field = 'intellectual_property'
support.classes_technology: count(*): @in(t.held_on?) AND t.field = 'technology'
support.classes_rest: count(*): @in(t.held_on?) AND t.field = 'other'
support.other_enterprises: sum(t.enterprises): @in(t.held_on?) AND t.field <> 'startup'
support.other_officials: sum(t.officials): @in(t.held_on?) AND t.field <> 'startup'
support.other_individuals: sum(t.individuals): @in(t.held_on?) AND t.field <> 'startup';

-- figures support.intellectualpropertyguidance
FROM support_intellectualpropertyguidance AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
support.ip_enterprises: count(DISTINCT t.beneficiary_id): @in(t.guided_on?) AND t.applicant = 'enterprise'
support.ip_organisations: count(DISTINCT t.beneficiary_id): @in(t.guided_on?) AND t.applicant = 'organisation'
support.ip_individuals: count(DISTINCT t.beneficiary_id): @in(t.guided_on?) AND t.applicant = 'individual'
support.ip_filed: count(*): @in(t.filed_on) AND t.ip_kind IN ('trademark', 'collective_mark', 'certification_mark', 'invention', 'utility_solution', 'industrial_design', 'geographical_indication')
support.ip_filed_marks: count(*): @in(t.filed_on) AND t.ip_kind IN ('trademark', 'collective_mark', 'certification_mark')
support.ip_filed_patents: count(*): @in(t.filed_on) AND t.ip_kind IN ('invention', 'utility_solution')
support.ip_filed_designs: count(*): @in(t.filed_on) AND t.ip_kind = 'industrial_design'
support.ip_filed_indications: count(*): @in(t.filed_on) AND t.ip_kind = 'geographical_indication'
support.ip_granted: count(*): t.state IN ('granted', 'ended') AND @in(t.granted_on);

-- figures support.startup
FROM support_startup AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
support.incubated: count(*): t.incubated_from <= @end AND (t.incubated_to IS NULL OR t.incubated_to >= @end) AND t.succeeds_id IS NULL
support.recognised: count(*): t.state IN ('recognised', 'renewed', 'expired') AND @in(t.recognised_on)
support.recognition_valid: count(DISTINCT t.name): t.state IN ('recognised', 'renewed', 'expired') AND t.recognised_on <= @end AND (t.expires_on >= @end OR (t.expires_on IS NULL AND t.state = 'recognised'));

-- figures inspection.campaign
FROM inspection_campaign AS t
WHERE t.trashed_at IS NULL AND t.agency_id = 1
begun = t.state IN ('ongoing', 'concluded', 'reported', 'closed') AND (t.started_on <= @end OR (t.recorded_on <= @end AND t.started_on IS NULL))
going = {begun} AND (t.ended_on IS NULL OR t.ended_on >= @start)
ended = t.state IN ('concluded', 'reported', 'closed') AND @in(t.ended_on)
inspection.led: count(*): t.led_by_us AND {going}
inspection.led_inspections: count(*): t.led_by_us AND t.kind = 'inspection' AND {going}
inspection.led_state_checks: count(*): t.led_by_us AND t.kind = 'state_check' AND {going}
inspection.led_specialised: count(*): t.led_by_us AND t.kind = 'specialised_check' AND {going}
inspection.led_joint: count(*): t.led_by_us AND t.kind = 'joint' AND {going}
inspection.led_planned: count(*): t.led_by_us AND (t.occasion = 'planned' OR (t.occasion = '' AND t.plan_id IS NOT NULL)) AND {going}
inspection.led_unscheduled: count(*): t.led_by_us AND t.occasion = 'unscheduled' AND {going}
inspection.ongoing: count(*): t.led_by_us AND (t.ended_on IS NULL OR t.ended_on > @end) AND {begun}
inspection.joint: count(*): NOT t.led_by_us AND {going}
inspection.establishments_checked: sum(t.establishments_checked): t.led_by_us AND {ended}
inspection.organisations_checked: sum(t.organisations_checked): t.led_by_us AND {ended}
inspection.individuals_checked: sum(t.individuals_checked): t.led_by_us AND {ended}
inspection.violators: sum(t.violators): t.led_by_us AND {ended}
inspection.violations: sum(t.violations): t.led_by_us AND {ended}
inspection.reported: count(*): t.led_by_us AND @in(t.conclusion_on);

-- figures inspection.visit
FROM inspection_visit AS t JOIN inspection_campaign ON t.campaign_id = inspection_campaign.id
WHERE inspection_campaign.trashed_at IS NULL AND t.trashed_at IS NULL AND inspection_campaign.led_by_us AND inspection_campaign.agency_id = 1
inspection.visited: count(DISTINCT t.establishment_id): @in(t.visited_on);

-- figures inspection.sample
FROM inspection_sample AS t JOIN inspection_campaign ON t.campaign_id = inspection_campaign.id
WHERE inspection_campaign.trashed_at IS NULL AND t.trashed_at IS NULL AND inspection_campaign.led_by_us AND inspection_campaign.agency_id = 1
inspection.instruments_checked: sum(t.quantity): @in(t.taken_on) AND t.kind = 'instrument'
inspection.samples_checked: sum(t.quantity): @in(t.taken_on) AND t.kind IN ('goods', 'prepackaged')
inspection.samples_failed: sum(t.failed): @in(t.taken_on) AND t.kind IN ('instrument', 'prepackaged', 'goods')
inspection.lots_checked: count(*): @in(t.taken_on) AND t.kind = 'prepackaged';

-- figures inspection.recommendation
FROM inspection_recommendation AS t JOIN inspection_campaign ON t.campaign_id = inspection_campaign.id
WHERE inspection_campaign.trashed_at IS NULL AND t.trashed_at IS NULL AND inspection_campaign.led_by_us AND inspection_campaign.agency_id = 1
inspection.recommendations_done: count(*): @in(t.done_on);

-- figures inspection.sanction
FROM inspection_sanction AS t
WHERE t.trashed_at IS NULL AND t.state IN ('decided', 'paid', 'enforced', 'executed') AND t.agency_id = 1
inspection.sanctions: count(*): @in(t.decided_on)
inspection.sanctions_fine: count(*): @in(t.decided_on) AND t.kind = 'fine'
inspection.sanctions_warning: count(*): @in(t.decided_on) AND t.kind = 'warning'
inspection.fines: sum(t.fine): @in(t.decided_on)
inspection.fines_paid: sum(t.paid): @in(t.paid_on);
