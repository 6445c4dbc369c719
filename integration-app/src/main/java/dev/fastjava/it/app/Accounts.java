package dev.fastjava.it.app;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The accounts in the database. */
@Service
class Accounts {
  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public Account open(NewAccount account) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into account (owner, cents) values (:owner, :cents)")
        .param("owner", account.owner())
        .param("cents", account.cents())
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("the database has given no id");
    }
    return new Account(id.longValue(), account.owner(), account.cents());
  }

  @Transactional(readOnly = true)
  public List<Account> all() {
    return jdbc.sql("select id, owner, cents from account order by id").query(Account.class).list();
  }

  @Transactional(readOnly = true)
  public Account find(long id) {
    return jdbc.sql("select id, owner, cents from account where id = :id")
        .param("id", id)
        .query(Account.class)
        .optional()
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no account " + id));
  }

  /** Takes first, and gives then: what cannot be given is not taken. */
  @Transactional
  public void transfer(Transfer transfer) {
    add(transfer.from(), -transfer.cents());
    add(transfer.to(), transfer.cents());
    if (find(transfer.from()).cents() < 0) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "there is not enough on the account");
    }
  }

  private void add(long id, long cents) {
    int changed =
        jdbc.sql("update account set cents = cents + :cents where id = :id")
            .param("cents", cents)
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no account " + id);
    }
  }
}
