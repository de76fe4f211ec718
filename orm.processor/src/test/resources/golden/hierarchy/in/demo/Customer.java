package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.Id;

/** Who pays. */
@Entity
public record Customer(@Id int id) {}
