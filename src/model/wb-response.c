/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-response.h"

#include <string.h>

#define MAX_TYPED_BYTES 4000
#define MAX_PICKS 64

struct _WbResponse
{
  gatomicrefcount ref_count;
  guint n_picks;

  /* Owned */
  guint *picks; /* NULL for none */
  char *typed;  /* NULL when picked */
};

G_DEFINE_BOXED_TYPE (WbResponse, wb_response, wb_response_ref, wb_response_unref)

static WbResponse *
response_new (void)
{
  WbResponse *self = g_new0 (WbResponse, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

WbResponse *
wb_response_new_picks (const guint *picks,
                       guint        n_picks)
{
  WbResponse *self;

  g_return_val_if_fail (picks != NULL || n_picks == 0, NULL);

  self = response_new ();
  self->n_picks = n_picks;
  self->picks = g_memdup2 (picks, n_picks * sizeof (guint));

  return self;
}

WbResponse *
wb_response_new_typed (const char *text)
{
  WbResponse *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = response_new ();
  self->typed = g_utf8_make_valid (text, -1);

  return self;
}

WbResponse *
wb_response_ref (WbResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_response_unref (WbResponse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->picks);
  g_free (self->typed);
  g_free (self);
}

const guint *
wb_response_get_picks (const WbResponse *self,
                       guint            *n_picks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_picks != NULL, NULL);

  *n_picks = self->n_picks;

  return self->picks;
}

const char *
wb_response_get_typed (const WbResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->typed;
}

gboolean
wb_response_has_pick (const WbResponse *self,
                      guint             index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_picks; i++)
    if (self->picks[i] == index)
      return TRUE;

  return FALSE;
}

char *
wb_response_to_string (const WbResponse *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->typed != NULL)
    return g_strconcat ("=", self->typed, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->n_picks; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      if (self->picks[i] == WB_RESPONSE_NONE)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%u", self->picks[i]);
    }

  return g_string_free (text, FALSE);
}

/* How many things there are to pick from; 0 where one types. */
static guint
count_pickable (const WbQuestion *question)
{
  if (wb_question_has_options (question))
    return question->options->len;
  if (question->type == WB_QUESTION_ORDER)
    return question->items->len;

  return question->type == WB_QUESTION_MATCH ? question->pairs->len : 0;
}

/* Whether so many things may be picked: one, any number of them, or all. */
static gboolean
is_fitting_number (const WbQuestion *question,
                   guint             n_picks)
{
  guint n_pickable = count_pickable (question);

  switch (question->type)
    {
    case WB_QUESTION_SINGLE:
    case WB_QUESTION_CASE:
      return n_picks <= 1;
    case WB_QUESTION_MULTIPLE:
      return n_picks <= n_pickable;
    default:
      return n_picks == n_pickable;
    }
}

static gboolean
read_pick (const WbQuestion *question,
           const char       *text,
           gboolean         *seen,
           guint            *pick)
{
  guint64 number;

  if (question->type == WB_QUESTION_MATCH && g_str_equal (text, "-"))
    {
      *pick = WB_RESPONSE_NONE;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 0, MAX_PICKS, &number, NULL) || number >= count_pickable (question)
      || seen[number])
    return FALSE;

  seen[number] = TRUE;
  *pick = (guint) number;

  return TRUE;
}

static WbResponse *
read_picks (const WbQuestion *question,
            const char       *text)
{
  g_auto (GStrv) parts = *text != '\0' ? g_strsplit (text, ",", MAX_PICKS + 1) : g_new0 (char *, 1);
  guint n_picks = g_strv_length (parts);
  gboolean seen[MAX_PICKS + 1] = { FALSE };
  guint picks[MAX_PICKS + 1];

  if (n_picks > MAX_PICKS || !is_fitting_number (question, n_picks))
    return NULL;

  for (guint i = 0; i < n_picks; i++)
    if (!read_pick (question, parts[i], seen, &picks[i]))
      return NULL;

  return wb_response_new_picks (picks, n_picks);
}

WbResponse *
wb_response_from_string (const WbQuestion *question,
                         const char       *text)
{
  gboolean typed;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  typed = question->type == WB_QUESTION_NUMBER || question->type == WB_QUESTION_TEXT;
  if (typed)
    return *text == '=' && strlen (text) <= MAX_TYPED_BYTES ? wb_response_new_typed (text + 1) : NULL;

  return read_picks (question, text);
}
