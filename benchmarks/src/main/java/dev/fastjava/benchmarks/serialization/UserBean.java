package dev.fastjava.benchmarks.serialization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user as a bean: a class with getters and setters. */
public final class UserBean {
  private long id;
  private @Nullable String name;
  private @Nullable String email;
  private List<String> tags = List.of();
  private User.@Nullable Address address;
  private List<User.Order> orders = List.of();

  /** Makes a bean without values. */
  public UserBean() {}

  /** Makes a bean with the values of a record. */
  static UserBean of(User user) {
    UserBean bean = new UserBean();
    bean.setId(user.id());
    bean.setName(user.name());
    bean.setEmail(user.email());
    bean.setTags(user.tags());
    bean.setAddress(user.address());
    bean.setOrders(user.orders());
    return bean;
  }

  /** Returns the id. */
  public long getId() {
    return id;
  }

  /** Sets the id. */
  public void setId(long id) {
    this.id = id;
  }

  /** Returns the name. */
  public @Nullable String getName() {
    return name;
  }

  /** Sets the name. */
  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Returns the address for mails. */
  public @Nullable String getEmail() {
    return email;
  }

  /** Sets the address for mails. */
  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  /** Returns the tags. */
  public List<String> getTags() {
    return tags;
  }

  /** Sets the tags. */
  public void setTags(List<String> tags) {
    this.tags = tags;
  }

  /** Returns the address. */
  public User.@Nullable Address getAddress() {
    return address;
  }

  /** Sets the address. */
  public void setAddress(User.@Nullable Address address) {
    this.address = address;
  }

  /** Returns the orders. */
  public List<User.Order> getOrders() {
    return orders;
  }

  /** Sets the orders. */
  public void setOrders(List<User.Order> orders) {
    this.orders = orders;
  }
}
