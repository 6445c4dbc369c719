insert into product (sku, name, category, price_cents, stock) values
  ('CH-001', 'Oak chair',     'furniture', 12900, 12),
  ('DE-001', 'Standing desk', 'furniture', 48900, 3),
  ('LA-001', 'Desk lamp',     'lighting',  3950,  40),
  ('LA-002', 'Floor lamp',    'lighting',  8900,  0),
  ('PA-001', 'Notebook',      'paper',     450,   500),
  ('PE-001', 'Fountain pen',  'paper',     2900,  25);

insert into customer_order (customer, status) values
  ('Ada Lovelace', 'SHIPPED'),
  ('Grace Hopper', 'OPEN');

insert into order_line (order_id, position, sku, quantity, price_cents) values
  (1, 1, 'PE-001', 2, 2900),
  (2, 1, 'LA-001', 1, 3950),
  (2, 2, 'PA-001', 10, 450);
