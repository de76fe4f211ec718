/** Entities of one bundle. */
@Module(
    name = "book-shop 2",
    entities = {Shelf.class, Box.class, demo.shop.stock.Item.class},
    requires = {"catalog", "stock >= 2.1"})
package demo.shop;

import orm.api.annotation.Module;
