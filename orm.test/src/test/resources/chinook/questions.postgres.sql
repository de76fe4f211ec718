-- 1 Who are the best customers of each country?
SELECT "spender"."country", "spender"."customer", "spender"."name", "spender"."spent", "spender"."place"
FROM (SELECT "customer"."country", "invoice"."customer_id" AS "customer", "customer"."last_name" AS "name", sum("invoice"."total") AS "spent", rank() OVER (PARTITION BY "customer"."country" ORDER BY sum("invoice"."total") DESC NULLS LAST) AS "place" FROM "invoice" JOIN "customer" ON "customer"."customer_id" = "invoice"."customer_id" GROUP BY "customer"."country", "invoice"."customer_id", "customer"."last_name" HAVING sum("invoice"."total") >= ?) AS "spender"
WHERE "spender"."place" <= ?
ORDER BY "spender"."country" COLLATE "C" ASC NULLS LAST, "spender"."place" ASC, "spender"."customer" ASC;

-- 2 What does each month bring, beside the month before, so far, and by quarter?
SELECT CAST(extract(year FROM "invoice"."invoice_date") AS integer), CAST(extract(month FROM "invoice"."invoice_date") AS integer), sum("invoice"."total"), lag(sum("invoice"."total"), 1) OVER (ORDER BY CAST(extract(year FROM "invoice"."invoice_date") AS integer) ASC, CAST(extract(month FROM "invoice"."invoice_date") AS integer) ASC), sum(sum("invoice"."total")) OVER (ORDER BY CAST(extract(year FROM "invoice"."invoice_date") AS integer) ASC, CAST(extract(month FROM "invoice"."invoice_date") AS integer) ASC), CAST(avg(sum("invoice"."total")) OVER (ORDER BY CAST(extract(year FROM "invoice"."invoice_date") AS integer) ASC, CAST(extract(month FROM "invoice"."invoice_date") AS integer) ASC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS double precision)
FROM "invoice"
GROUP BY CAST(extract(year FROM "invoice"."invoice_date") AS integer), CAST(extract(month FROM "invoice"."invoice_date") AS integer)
ORDER BY CAST(extract(year FROM "invoice"."invoice_date") AS integer) ASC, CAST(extract(month FROM "invoice"."invoice_date") AS integer) ASC;

-- 3 Which genres sell, how often, how much at the higher price, and how long are they?
SELECT "genre"."name", sum("invoice_line"."unit_price" * CAST("invoice_line"."quantity" AS numeric)), count(DISTINCT "invoice_line"."invoice_id"), count(*) FILTER (WHERE "invoice_line"."unit_price" > ?), CAST(avg("track"."milliseconds") AS double precision), max("track"."milliseconds")
FROM "invoice_line"
JOIN "track" ON "track"."track_id" = "invoice_line"."track_id"
LEFT JOIN "genre" ON "genre"."genre_id" = "track"."genre_id"
GROUP BY "genre"."name"
HAVING count(*) > ?
ORDER BY sum("invoice_line"."unit_price" * CAST("invoice_line"."quantity" AS numeric)) DESC NULLS LAST, "genre"."name" COLLATE "C" ASC NULLS LAST;

-- 4 Which customers bought something of every genre that has more than 300 tracks?
SELECT "customer"."last_name"
FROM "customer"
WHERE NOT EXISTS (SELECT 1 FROM "genre" WHERE (SELECT count(*) FROM "track" WHERE "track"."genre_id" = "genre"."genre_id") > ? AND NOT EXISTS (SELECT 1 FROM "invoice_line" AS "bought" JOIN "invoice" ON "invoice"."invoice_id" = "bought"."invoice_id" JOIN "track" AS "track_2" ON "track_2"."track_id" = "bought"."track_id" WHERE "invoice"."customer_id" = "customer"."customer_id" AND "track_2"."genre_id" = "genre"."genre_id"))
ORDER BY "customer"."last_name" COLLATE "C" ASC, "customer"."customer_id" ASC;

-- 5 How does each visit of a customer compare with the one before?
SELECT "invoice"."invoice_id", "invoice"."customer_id", row_number() OVER (PARTITION BY "invoice"."customer_id" ORDER BY "invoice"."invoice_date" ASC, "invoice"."invoice_id" ASC), CASE WHEN lag("invoice"."total", 1) OVER (PARTITION BY "invoice"."customer_id" ORDER BY "invoice"."invoice_date" ASC, "invoice"."invoice_id" ASC) IS NULL THEN ?::text WHEN lag("invoice"."total", 1) OVER (PARTITION BY "invoice"."customer_id" ORDER BY "invoice"."invoice_date" ASC, "invoice"."invoice_id" ASC) < "invoice"."total" THEN ?::text WHEN lag("invoice"."total", 1) OVER (PARTITION BY "invoice"."customer_id" ORDER BY "invoice"."invoice_date" ASC, "invoice"."invoice_id" ASC) = "invoice"."total" THEN ?::text ELSE ?::text END, nullif(lag("invoice"."invoice_id", 1) OVER (PARTITION BY "invoice"."customer_id" ORDER BY "invoice"."invoice_date" ASC, "invoice"."invoice_id" ASC), ?)
FROM "invoice"
JOIN "customer" ON "customer"."customer_id" = "invoice"."customer_id"
WHERE "customer"."country" = ANY (?::text[])
ORDER BY "invoice"."invoice_id" ASC;

-- 6 Which invoices are twice as high as the average of their country?
SELECT "customer"."first_name" || ? || "customer"."last_name", "invoice"."billing_country", (SELECT sum("own"."total") FROM "invoice" AS "own" WHERE "own"."customer_id" = "invoice"."customer_id")
FROM "invoice"
JOIN "customer" ON "customer"."customer_id" = "invoice"."customer_id"
WHERE CAST("invoice"."total" AS double precision) > (SELECT CAST(avg("other"."total") AS double precision) FROM "invoice" AS "other" WHERE "other"."billing_country" = "invoice"."billing_country") * ?
ORDER BY "invoice"."invoice_id" ASC
LIMIT 20;

-- 7 Which is the latest of the dearest invoices of each customer?
SELECT DISTINCT ON ("invoice"."customer_id") "invoice"."customer_id", "invoice"."invoice_date", "invoice"."total"
FROM "invoice"
WHERE ("invoice"."customer_id", "invoice"."total") IN (SELECT "other"."customer_id", max("other"."total") FROM "invoice" AS "other" GROUP BY "other"."customer_id")
ORDER BY "invoice"."customer_id" ASC, "invoice"."invoice_date" DESC;

-- 8 Who stands below whom?
WITH RECURSIVE "chain" ("employee", "depth", "path") AS (SELECT "employee"."employee_id", ?::integer, CAST("employee"."last_name" AS text) FROM "employee" WHERE "employee"."reports_to" IS NULL UNION SELECT "employee"."employee_id", "chain"."depth" + ?, "chain"."path" || ? || "employee"."last_name" FROM "employee" JOIN "chain" ON "employee"."reports_to" = "chain"."employee")
SELECT "chain"."employee", "chain"."depth", "chain"."path"
FROM "chain"
ORDER BY "chain"."path" COLLATE "C" ASC NULLS LAST;

-- 9 Who reports to whom, serves how many customers, and sold how much?
SELECT "employee"."first_name" || ? || "employee"."last_name", "boss"."first_name", "boss"."last_name", (SELECT count(*) FROM "customer" WHERE "customer"."support_rep_id" = "employee"."employee_id"), (SELECT sum("invoice"."total") FROM "invoice" JOIN "customer" AS "customer_2" ON "customer_2"."customer_id" = "invoice"."customer_id" WHERE "customer_2"."support_rep_id" = "employee"."employee_id")
FROM "employee"
LEFT JOIN "employee" AS "boss" ON "employee"."reports_to" = "boss"."employee_id"
ORDER BY "boss"."last_name" COLLATE "C" ASC NULLS FIRST, "employee"."last_name" COLLATE "C" ASC;

-- 10 In which cities do employees or the first customers live, but nobody of Brazil?
SELECT "combined"."c1"
FROM (SELECT "employee"."city" AS "c1" FROM "employee" UNION SELECT "c1" FROM (SELECT "customer"."city" AS "c1" FROM "customer" ORDER BY "customer"."customer_id" ASC LIMIT 20) AS "part" EXCEPT SELECT "customer"."city" FROM "customer" WHERE "customer"."country" = ?) AS "combined"
ORDER BY "combined"."c1" COLLATE "C" DESC NULLS LAST
LIMIT 10;

-- 11 Which employees and customers live in one city, and who lives alone?
SELECT "employee"."last_name", "customer"."last_name", coalesce("employee"."city", "customer"."city", ?)
FROM "employee"
FULL JOIN "customer" ON "customer"."city" = "employee"."city"
WHERE "employee"."city" IS NOT NULL OR "customer"."country" = ?
ORDER BY "employee"."employee_id" ASC NULLS FIRST, "customer"."last_name" COLLATE "C" DESC NULLS LAST;

-- 12 Which countries have customers with and without a state?
SELECT DISTINCT "customer"."country"
FROM "customer"
WHERE "customer"."state" IS NULL
INTERSECT
SELECT "customer"."country"
FROM "customer"
WHERE "customer"."state" IS NOT NULL
UNION ALL
SELECT "c1"
FROM (SELECT CASE WHEN "customer"."country" = ? THEN ?::text ELSE upper("customer"."country" COLLATE pg_catalog."default") END AS "c1" FROM "customer" GROUP BY "customer"."country" HAVING count(*) > ? ORDER BY count(*) DESC) AS "part";

-- 13 How many tracks of each genre were never sold, and how big is the biggest?
SELECT "genre"."name", count(*), max("track"."bytes")
FROM "track"
LEFT JOIN "album" ON "album"."album_id" = "track"."album_id"
LEFT JOIN "artist" ON "artist"."artist_id" = "album"."artist_id"
LEFT JOIN "genre" ON "genre"."genre_id" = "track"."genre_id"
WHERE NOT EXISTS (SELECT 1 FROM "invoice_line" WHERE "invoice_line"."track_id" = "track"."track_id") AND "artist"."name" <> ?
GROUP BY "genre"."name"
ORDER BY count(*) DESC, "genre"."name" COLLATE "C" ASC NULLS LAST
LIMIT 15
OFFSET ?;

-- 14 How many tracks has each playlist, and how long does it take to hear them?
SELECT "playlist"."name", count("playlist_track"."track_id"), coalesce(CAST(sum(CAST("track"."milliseconds" AS bigint)) AS bigint), ?)
FROM "playlist"
LEFT JOIN "playlist_track" ON "playlist_track"."playlist_id" = "playlist"."playlist_id"
LEFT JOIN "track" ON "track"."track_id" = "playlist_track"."track_id"
GROUP BY "playlist"."playlist_id", "playlist"."name"
ORDER BY "playlist"."playlist_id" ASC;

-- 15 What is the median length of the tracks of each genre?
SELECT "lengths"."genre", CAST(avg("lengths"."milliseconds") AS double precision)
FROM (SELECT "genre"."name" AS "genre", "track"."milliseconds", row_number() OVER (PARTITION BY "track"."genre_id" ORDER BY "track"."milliseconds" ASC, "track"."track_id" ASC) AS "place", count(*) OVER (PARTITION BY "track"."genre_id") AS "tracks" FROM "track" LEFT JOIN "genre" ON "genre"."genre_id" = "track"."genre_id") AS "lengths"
WHERE "lengths"."place" * ? BETWEEN "lengths"."tracks" AND "lengths"."tracks" + ?
GROUP BY "lengths"."genre"
ORDER BY "lengths"."genre" COLLATE "C" ASC NULLS LAST;

-- 16 Which kinds of file are rare for which genre?
SELECT "genre"."name", "media_type"."name", (SELECT count(*) FROM "track" AS "track_2" WHERE "track_2"."genre_id" = "genre"."genre_id" AND "track_2"."media_type_id" = "media_type"."media_type_id")
FROM "genre"
CROSS JOIN "media_type"
WHERE ("genre"."name" LIKE ? ESCAPE '\' OR lower("genre"."name" COLLATE pg_catalog."default") LIKE lower(? COLLATE pg_catalog."default") ESCAPE '\') AND (SELECT count(*) FROM "track" WHERE "track"."genre_id" = "genre"."genre_id" AND "track"."media_type_id" = "media_type"."media_type_id") < ?
ORDER BY "genre"."genre_id" ASC, "media_type"."media_type_id" DESC;

-- 17 Which artists earned more than a quarter of what the best one earned?
WITH "earnings" ("artist", "name", "earned") AS (SELECT "album"."artist_id", "artist"."name", sum("invoice_line"."unit_price" * CAST("invoice_line"."quantity" AS numeric)) FROM "invoice_line" JOIN "track" ON "track"."track_id" = "invoice_line"."track_id" LEFT JOIN "album" ON "album"."album_id" = "track"."album_id" LEFT JOIN "artist" ON "artist"."artist_id" = "album"."artist_id" GROUP BY "album"."artist_id", "artist"."name")
SELECT "earnings"."name", "earnings"."earned", dense_rank() OVER (ORDER BY "earnings"."earned" DESC NULLS LAST)
FROM "earnings"
WHERE "earnings"."earned" * ? > (SELECT max("earnings_2"."earned") FROM "earnings" AS "earnings_2")
ORDER BY "earnings"."earned" DESC NULLS LAST, "earnings"."artist" ASC NULLS LAST;

-- 18 What are the albums of the artists that have more than five?
SELECT "artist"."name", string_agg("album"."title", ? ORDER BY "album"."title" COLLATE "C")
FROM "album"
RIGHT JOIN "artist" ON "album"."artist_id" = "artist"."artist_id"
GROUP BY "artist"."artist_id", "artist"."name"
HAVING count("album"."album_id") > ?
ORDER BY "artist"."name" COLLATE "C" ASC NULLS LAST;

-- 19 Which tracks are on albums of long tracks only, some of them by nobody?
SELECT "track"."name", "track"."composer", "album_2"."title"
FROM "track"
LEFT JOIN "album" AS "album_2" ON "album_2"."album_id" = "track"."album_id"
WHERE "track"."album_id" IN (SELECT "album"."album_id" FROM "album" WHERE NOT EXISTS (SELECT 1 FROM "track" AS "track_2" WHERE "track_2"."album_id" = "album"."album_id" AND ("track_2"."milliseconds" > ?) IS NOT TRUE) AND EXISTS (SELECT 1 FROM "track" AS "track_3" WHERE "track_3"."album_id" = "album"."album_id" AND "track_3"."composer" IS NULL))
ORDER BY "track"."composer" COLLATE "C" DESC NULLS FIRST, "track"."track_id" ASC
LIMIT 25;

-- 20 What are the two longest tracks of the first three albums of each artist?
SELECT "artist"."name", "artist"."artist_id" FROM "artist" ORDER BY "artist"."artist_id" ASC;
SELECT "c1", "c2", "c3"
FROM (SELECT "album"."artist_id" AS "c1", "album"."title" AS "c2", "album"."album_id" AS "c3", row_number() OVER (PARTITION BY "album"."artist_id" ORDER BY "album"."title" COLLATE "C" ASC) AS "place" FROM "album" WHERE "album"."artist_id" = ANY (?::bigint[])) AS "ranked"
WHERE "place" <= 3
ORDER BY "place";
SELECT "c1", "c2", "c3"
FROM (SELECT "track"."album_id" AS "c1", "track"."name" AS "c2", "track"."milliseconds" AS "c3", row_number() OVER (PARTITION BY "track"."album_id" ORDER BY "track"."milliseconds" DESC, "track"."track_id" ASC) AS "place" FROM "track" WHERE "track"."album_id" = ANY (?::bigint[])) AS "ranked"
WHERE "place" <= 2
ORDER BY "place";

