// file: demo/package-info.java
@orm.api.annotation.Module(name = "demo", entities = {})
package demo;
// file: other/package-info.java
@orm.api.annotation.Module(name = "other", entities = {})
package other;
//^ ORM-5025 Cannot list the module of package other: package demo has the module of this compilation. Keep one @Module, on the package above all entities.
