-- 1 Who are the best customers of each country?
SELECT `spender`.`country`, `spender`.`customer`, `spender`.`name`, `spender`.`spent`, `spender`.`place`
FROM (SELECT `customer`.`Country` AS `country`, `Invoice`.`CustomerId` AS `customer`, `customer`.`LastName` AS `name`, sum(`Invoice`.`Total`) AS `spent`, rank() OVER (PARTITION BY `customer`.`Country` ORDER BY sum(`Invoice`.`Total`) DESC NULLS LAST) AS `place` FROM `Invoice` JOIN `Customer` AS `customer` ON `customer`.`CustomerId` = `Invoice`.`CustomerId` GROUP BY `customer`.`Country`, `Invoice`.`CustomerId`, `customer`.`LastName` HAVING sum(`Invoice`.`Total`) >= CAST(? AS NUMERIC)) AS `spender`
WHERE `spender`.`place` <= ?
ORDER BY `spender`.`country` ASC NULLS LAST, `spender`.`place` ASC, `spender`.`customer` ASC;

-- 2 What does each month bring, beside the month before, so far, and by quarter?
SELECT CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER), CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER), sum(`Invoice`.`Total`), lag(sum(`Invoice`.`Total`), 1) OVER (ORDER BY CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER) ASC, CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER) ASC), sum(sum(`Invoice`.`Total`)) OVER (ORDER BY CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER) ASC, CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER) ASC), avg(sum(`Invoice`.`Total`)) OVER (ORDER BY CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER) ASC, CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER) ASC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)
FROM `Invoice`
GROUP BY CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER), CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER)
ORDER BY CAST(substr(`Invoice`.`InvoiceDate`, 1, 4) AS INTEGER) ASC, CAST(substr(`Invoice`.`InvoiceDate`, 6, 2) AS INTEGER) ASC;

-- 3 Which genres sell, how often, how much at the higher price, and how long are they?
SELECT `genre`.`Name`, sum(`InvoiceLine`.`UnitPrice` * `InvoiceLine`.`Quantity`), count(DISTINCT `InvoiceLine`.`InvoiceId`), count(*) FILTER (WHERE `InvoiceLine`.`UnitPrice` > CAST(? AS NUMERIC)), avg(`track`.`Milliseconds`), max(`track`.`Milliseconds`)
FROM `InvoiceLine`
JOIN `Track` AS `track` ON `track`.`TrackId` = `InvoiceLine`.`TrackId`
LEFT JOIN `Genre` AS `genre` ON `genre`.`GenreId` = `track`.`GenreId`
GROUP BY `genre`.`Name`
HAVING count(*) > ?
ORDER BY sum(`InvoiceLine`.`UnitPrice` * `InvoiceLine`.`Quantity`) DESC NULLS LAST, `genre`.`Name` ASC NULLS LAST;

-- 4 Which customers bought something of every genre that has more than 300 tracks?
SELECT `Customer`.`LastName`
FROM `Customer`
WHERE NOT EXISTS (SELECT 1 FROM `Genre` WHERE (SELECT count(*) FROM `Track` WHERE `Track`.`GenreId` = `Genre`.`GenreId`) > ? AND NOT EXISTS (SELECT 1 FROM `InvoiceLine` AS `bought` JOIN `Invoice` AS `invoice` ON `invoice`.`InvoiceId` = `bought`.`InvoiceId` JOIN `Track` AS `track_2` ON `track_2`.`TrackId` = `bought`.`TrackId` WHERE `invoice`.`CustomerId` = `Customer`.`CustomerId` AND `track_2`.`GenreId` = `Genre`.`GenreId`))
ORDER BY `Customer`.`LastName` ASC, `Customer`.`CustomerId` ASC;

-- 5 How does each visit of a customer compare with the one before?
SELECT `Invoice`.`InvoiceId`, `Invoice`.`CustomerId`, row_number() OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`InvoiceDate` ASC, `Invoice`.`InvoiceId` ASC), CASE WHEN lag(`Invoice`.`Total`, 1) OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`InvoiceDate` ASC, `Invoice`.`InvoiceId` ASC) IS NULL THEN ? WHEN lag(`Invoice`.`Total`, 1) OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`InvoiceDate` ASC, `Invoice`.`InvoiceId` ASC) < `Invoice`.`Total` THEN ? WHEN lag(`Invoice`.`Total`, 1) OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`InvoiceDate` ASC, `Invoice`.`InvoiceId` ASC) = `Invoice`.`Total` THEN ? ELSE ? END, nullif(lag(`Invoice`.`InvoiceId`, 1) OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`InvoiceDate` ASC, `Invoice`.`InvoiceId` ASC), ?)
FROM `Invoice`
JOIN `Customer` AS `customer` ON `customer`.`CustomerId` = `Invoice`.`CustomerId`
WHERE `customer`.`Country` IN (SELECT value FROM json_each(?))
ORDER BY `Invoice`.`InvoiceId` ASC;

-- 6 Which invoices are twice as high as the average of their country?
SELECT `customer`.`FirstName` || ? || `customer`.`LastName`, `Invoice`.`BillingCountry`, (SELECT sum(`own`.`Total`) FROM `Invoice` AS `own` WHERE `own`.`CustomerId` = `Invoice`.`CustomerId`)
FROM `Invoice`
JOIN `Customer` AS `customer` ON `customer`.`CustomerId` = `Invoice`.`CustomerId`
WHERE CAST(`Invoice`.`Total` AS REAL) > (SELECT avg(`other`.`Total`) FROM `Invoice` AS `other` WHERE `other`.`BillingCountry` = `Invoice`.`BillingCountry`) * ?
ORDER BY `Invoice`.`InvoiceId` ASC
LIMIT 20;

-- 7 Which is the latest of the dearest invoices of each customer?
SELECT `c1`, `c2`, `c3`
FROM (SELECT `Invoice`.`CustomerId` AS `c1`, `Invoice`.`InvoiceDate` AS `c2`, `Invoice`.`Total` AS `c3`, row_number() OVER (PARTITION BY `Invoice`.`CustomerId` ORDER BY `Invoice`.`CustomerId` ASC, `Invoice`.`InvoiceDate` DESC) AS `place` FROM `Invoice` WHERE (`Invoice`.`CustomerId`, `Invoice`.`Total`) IN (SELECT `other`.`CustomerId`, max(`other`.`Total`) FROM `Invoice` AS `other` GROUP BY `other`.`CustomerId`)) AS `ranked`
WHERE `place` = 1
ORDER BY `ranked`.`c1` ASC, `ranked`.`c2` DESC;

-- 8 Who stands below whom?
WITH RECURSIVE `chain` (`employee`, `depth`, `path`) AS (SELECT `Employee`.`EmployeeId`, ?, `Employee`.`LastName` FROM `Employee` WHERE `Employee`.`ReportsTo` IS NULL UNION SELECT `Employee`.`EmployeeId`, CASE WHEN `chain`.`depth` + ? NOT BETWEEN -2147483648 AND 2147483647 THEN abs(1 << 63) ELSE `chain`.`depth` + ? END, `chain`.`path` || ? || `Employee`.`LastName` FROM `Employee` JOIN `chain` ON `Employee`.`ReportsTo` = `chain`.`employee`)
SELECT `chain`.`employee`, `chain`.`depth`, `chain`.`path`
FROM `chain`
ORDER BY `chain`.`path` ASC NULLS LAST;

-- 9 Who reports to whom, serves how many customers, and sold how much?
SELECT `Employee`.`FirstName` || ? || `Employee`.`LastName`, `boss`.`FirstName`, `boss`.`LastName`, (SELECT count(*) FROM `Customer` WHERE `Customer`.`SupportRepId` = `Employee`.`EmployeeId`), (SELECT sum(`Invoice`.`Total`) FROM `Invoice` JOIN `Customer` AS `customer_2` ON `customer_2`.`CustomerId` = `Invoice`.`CustomerId` WHERE `customer_2`.`SupportRepId` = `Employee`.`EmployeeId`)
FROM `Employee`
LEFT JOIN `Employee` AS `boss` ON `Employee`.`ReportsTo` = `boss`.`EmployeeId`
ORDER BY `boss`.`LastName` ASC NULLS FIRST, `Employee`.`LastName` ASC;

-- 10 In which cities do employees or the first customers live, but nobody of Brazil?
SELECT `combined`.`c1`
FROM (SELECT `Employee`.`City` AS `c1` FROM `Employee` UNION SELECT `c1` FROM (SELECT `Customer`.`City` AS `c1` FROM `Customer` ORDER BY `Customer`.`CustomerId` ASC LIMIT 20) AS `part` EXCEPT SELECT `Customer`.`City` FROM `Customer` WHERE `Customer`.`Country` = ?) AS `combined`
ORDER BY `combined`.`c1` DESC NULLS LAST
LIMIT 10;

-- 11 Which employees and customers live in one city, and who lives alone?
SELECT `Employee`.`LastName`, `Customer`.`LastName`, coalesce(`Employee`.`City`, `Customer`.`City`, ?)
FROM `Employee`
FULL JOIN `Customer` ON `Customer`.`City` = `Employee`.`City`
WHERE `Employee`.`City` IS NOT NULL OR `Customer`.`Country` = ?
ORDER BY `Employee`.`EmployeeId` ASC NULLS FIRST, `Customer`.`LastName` DESC NULLS LAST;

-- 12 Which countries have customers with and without a state?
SELECT DISTINCT `Customer`.`Country`
FROM `Customer`
WHERE `Customer`.`State` IS NULL
INTERSECT
SELECT `Customer`.`Country`
FROM `Customer`
WHERE `Customer`.`State` IS NOT NULL
UNION ALL
SELECT `c1`
FROM (SELECT CASE WHEN `Customer`.`Country` = ? THEN ? ELSE orm_upper(`Customer`.`Country`) END AS `c1` FROM `Customer` GROUP BY `Customer`.`Country` HAVING count(*) > ? ORDER BY count(*) DESC) AS `part`;

-- 13 How many tracks of each genre were never sold, and how big is the biggest?
SELECT `genre`.`Name`, count(*), max(`Track`.`Bytes`)
FROM `Track`
LEFT JOIN `Album` AS `album` ON `album`.`AlbumId` = `Track`.`AlbumId`
LEFT JOIN `Artist` AS `artist` ON `artist`.`ArtistId` = `album`.`ArtistId`
LEFT JOIN `Genre` AS `genre` ON `genre`.`GenreId` = `Track`.`GenreId`
WHERE NOT EXISTS (SELECT 1 FROM `InvoiceLine` WHERE `InvoiceLine`.`TrackId` = `Track`.`TrackId`) AND `artist`.`Name` <> ?
GROUP BY `genre`.`Name`
ORDER BY count(*) DESC, `genre`.`Name` ASC NULLS LAST
LIMIT 15
OFFSET ?;

-- 14 How many tracks has each playlist, and how long does it take to hear them?
SELECT `Playlist`.`Name`, count(`PlaylistTrack`.`TrackId`), coalesce(sum(`track`.`Milliseconds`), ?)
FROM `Playlist`
LEFT JOIN `PlaylistTrack` ON `PlaylistTrack`.`PlaylistId` = `Playlist`.`PlaylistId`
LEFT JOIN `Track` AS `track` ON `track`.`TrackId` = `PlaylistTrack`.`TrackId`
GROUP BY `Playlist`.`PlaylistId`, `Playlist`.`Name`
ORDER BY `Playlist`.`PlaylistId` ASC;

-- 15 What is the median length of the tracks of each genre?
SELECT `lengths`.`genre`, avg(`lengths`.`milliseconds`)
FROM (SELECT `genre`.`Name` AS `genre`, `Track`.`Milliseconds` AS `milliseconds`, row_number() OVER (PARTITION BY `Track`.`GenreId` ORDER BY `Track`.`Milliseconds` ASC, `Track`.`TrackId` ASC) AS `place`, count(*) OVER (PARTITION BY `Track`.`GenreId`) AS `tracks` FROM `Track` LEFT JOIN `Genre` AS `genre` ON `genre`.`GenreId` = `Track`.`GenreId`) AS `lengths`
WHERE CASE typeof(`lengths`.`place` * ?) WHEN 'real' THEN abs(1 << 63) ELSE `lengths`.`place` * ? END BETWEEN `lengths`.`tracks` AND CASE typeof(`lengths`.`tracks` + ?) WHEN 'real' THEN abs(1 << 63) ELSE `lengths`.`tracks` + ? END
GROUP BY `lengths`.`genre`
ORDER BY `lengths`.`genre` ASC NULLS LAST;

-- 16 Which kinds of file are rare for which genre?
SELECT `Genre`.`Name`, `MediaType`.`Name`, (SELECT count(*) FROM `Track` AS `Track_2` WHERE `Track_2`.`GenreId` = `Genre`.`GenreId` AND `Track_2`.`MediaTypeId` = `MediaType`.`MediaTypeId`)
FROM `Genre`
CROSS JOIN `MediaType`
WHERE ((`Genre`.`Name` COLLATE BINARY >= ? AND `Genre`.`Name` COLLATE BINARY < coalesce(nullif(?, ''), x'')) OR orm_lower(`Genre`.`Name`) GLOB ?) AND (SELECT count(*) FROM `Track` WHERE `Track`.`GenreId` = `Genre`.`GenreId` AND `Track`.`MediaTypeId` = `MediaType`.`MediaTypeId`) < ?
ORDER BY `Genre`.`GenreId` ASC, `MediaType`.`MediaTypeId` DESC;

-- 17 Which artists earned more than a quarter of what the best one earned?
WITH `earnings` (`artist`, `name`, `earned`) AS (SELECT `album`.`ArtistId`, `artist`.`Name`, sum(`InvoiceLine`.`UnitPrice` * `InvoiceLine`.`Quantity`) FROM `InvoiceLine` JOIN `Track` AS `track` ON `track`.`TrackId` = `InvoiceLine`.`TrackId` LEFT JOIN `Album` AS `album` ON `album`.`AlbumId` = `track`.`AlbumId` LEFT JOIN `Artist` AS `artist` ON `artist`.`ArtistId` = `album`.`ArtistId` GROUP BY `album`.`ArtistId`, `artist`.`Name`)
SELECT `earnings`.`name`, `earnings`.`earned`, dense_rank() OVER (ORDER BY `earnings`.`earned` DESC NULLS LAST)
FROM `earnings`
WHERE `earnings`.`earned` * CAST(? AS NUMERIC) > (SELECT max(`earnings_2`.`earned`) FROM `earnings` AS `earnings_2`)
ORDER BY `earnings`.`earned` DESC NULLS LAST, `earnings`.`artist` ASC NULLS LAST;

-- 18 What are the albums of the artists that have more than five?
SELECT `Artist`.`Name`, group_concat(`Album`.`Title`, ? ORDER BY `Album`.`Title`)
FROM `Album`
RIGHT JOIN `Artist` ON `Album`.`ArtistId` = `Artist`.`ArtistId`
GROUP BY `Artist`.`ArtistId`, `Artist`.`Name`
HAVING count(`Album`.`AlbumId`) > ?
ORDER BY `Artist`.`Name` ASC NULLS LAST;

-- 19 Which tracks are on albums of long tracks only, some of them by nobody?
SELECT `Track`.`Name`, `Track`.`Composer`, `album_2`.`Title`
FROM `Track`
LEFT JOIN `Album` AS `album_2` ON `album_2`.`AlbumId` = `Track`.`AlbumId`
WHERE `Track`.`AlbumId` IN (SELECT `Album`.`AlbumId` FROM `Album` WHERE NOT EXISTS (SELECT 1 FROM `Track` AS `Track_2` WHERE `Track_2`.`AlbumId` = `Album`.`AlbumId` AND (`Track_2`.`Milliseconds` > ?) IS NOT TRUE) AND EXISTS (SELECT 1 FROM `Track` AS `Track_3` WHERE `Track_3`.`AlbumId` = `Album`.`AlbumId` AND `Track_3`.`Composer` IS NULL))
ORDER BY `Track`.`Composer` DESC NULLS FIRST, `Track`.`TrackId` ASC
LIMIT 25;

-- 20 What are the two longest tracks of the first three albums of each artist?
SELECT `Artist`.`Name`, `Artist`.`ArtistId` FROM `Artist` ORDER BY `Artist`.`ArtistId` ASC;
SELECT `c1`, `c2`, `c3`
FROM (SELECT `Album`.`ArtistId` AS `c1`, `Album`.`Title` AS `c2`, `Album`.`AlbumId` AS `c3`, row_number() OVER (PARTITION BY `Album`.`ArtistId` ORDER BY `Album`.`Title` ASC) AS `place` FROM `Album` WHERE `Album`.`ArtistId` IN (SELECT value FROM json_each(?))) AS `ranked`
WHERE `place` <= 3
ORDER BY `place`;
SELECT `c1`, `c2`, `c3`
FROM (SELECT `Track`.`AlbumId` AS `c1`, `Track`.`Name` AS `c2`, `Track`.`Milliseconds` AS `c3`, row_number() OVER (PARTITION BY `Track`.`AlbumId` ORDER BY `Track`.`Milliseconds` DESC, `Track`.`TrackId` ASC) AS `place` FROM `Track` WHERE `Track`.`AlbumId` IN (SELECT value FROM json_each(?))) AS `ranked`
WHERE `place` <= 2
ORDER BY `place`;

