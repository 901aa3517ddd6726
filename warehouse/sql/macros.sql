-- What makes a version of a fact another fact than the one before: all its values but the number of witnesses and the headline.
CREATE MACRO substance(content) AS json_merge_patch(content, '{"claims": null, "documents": null, "title": null}');
CREATE MACRO said_as_of(moment) AS TABLE
    SELECT kind, fact_id, said_from, content, cause FROM fact_version
    WHERE said_from <= moment AND (said_until IS NULL OR said_until > moment);
CREATE MACRO awards_as_of(moment) AS TABLE
    SELECT fact_id AS award_id, said_from, content->>'recipient' AS recipient, content->>'area_id' AS area_id,
           CAST(content->>'amount' AS DECIMAL(18,2)) AS amount, content->>'currency' AS currency,
           content->>'programme_id' AS programme_id, content->>'announcement_id' AS announcement_id
    FROM fact_version
    WHERE kind = 'award' AND said_from <= moment AND (said_until IS NULL OR said_until > moment);
CREATE MACRO documents_as_of(moment) AS TABLE
    SELECT document_id, version_no, seen_from, title, published_on, text FROM document_version
    WHERE seen_from <= moment AND (seen_until IS NULL OR seen_until > moment);
