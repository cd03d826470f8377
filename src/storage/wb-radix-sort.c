/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-radix-sort.h"

#include <string.h>

#define N_DIGITS (sizeof (guint64))
#define N_BUCKETS 256

typedef struct
{
  guint64 *keys;
  guint32 *values;
} Side;

static inline guint
get_digit (guint64 key,
           guint   digit)
{
  return key >> (8 * digit) & (N_BUCKETS - 1);
}

/* Distributes by one digit. @starts: where each bucket begins. */
static void
distribute (const Side *from,
            Side       *to,
            guint       n,
            guint       digit,
            guint      *starts)
{
  for (guint i = 0; i < n; i++)
    {
      const guint at = starts[get_digit (from->keys[i], digit)]++;

      to->keys[at] = from->keys[i];
      to->values[at] = from->values[i];
    }
}

/* Counts into starts. FALSE when all are in one bucket, so that nothing would move. */
static gboolean
make_starts (guint *counts,
             guint  n)
{
  guint sum = 0;

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      const guint count = counts[i];

      if (count == n)
        return FALSE;
      counts[i] = sum;
      sum += count;
    }

  return TRUE;
}

void
wb_radix_sort (guint64 *keys,
               guint32 *values,
               guint    n)
{
  g_autofree guint64 *other_keys = g_new (guint64, n + 1);
  g_autofree guint32 *other_values = g_new (guint32, n + 1);
  guint counts[N_DIGITS][N_BUCKETS] = { { 0 } };
  Side from = { keys, values };
  Side to = { other_keys, other_values };

  for (guint i = 0; i < n; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit][get_digit (keys[i], digit)]++;

  for (guint digit = 0; n > 1 && digit < N_DIGITS; digit++)
    {
      Side swap = from;

      if (!make_starts (counts[digit], n))
        continue;
      distribute (&from, &to, n, digit, counts[digit]);
      from = to;
      to = swap;
    }

  if (from.keys != keys)
    {
      memcpy (keys, from.keys, n * sizeof *keys);
      memcpy (values, from.values, n * sizeof *values);
    }
}
