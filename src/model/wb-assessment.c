/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-assessment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const labels[WB_N_REPLIES] = {
  [WB_REPLY_NOT] = NC_("reply", "does not apply"),
  [WB_REPLY_HARDLY] = NC_("reply", "hardly applies"),
  [WB_REPLY_PARTLY] = NC_("reply", "partly applies"),
  [WB_REPLY_MOSTLY] = NC_("reply", "mostly applies"),
  [WB_REPLY_FULLY] = NC_("reply", "fully applies"),
  [WB_REPLY_DO_NOT_KNOW] = NC_("reply", "don’t know"),
};

/* Between barrier and statement in a key: no id holds it. */
#define SEPARATOR "#"

G_DEFINE_BOXED_TYPE (WbAssessment, wb_assessment, wb_assessment_ref, wb_assessment_unref)

const char *
wb_reply_get_label (WbReply reply)
{
  g_return_val_if_fail ((guint) reply < WB_N_REPLIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "reply", labels[reply]);
}

guint
wb_tally_count (const WbTally *tally)
{
  guint n = 0;

  g_return_val_if_fail (tally != NULL, 0);

  for (guint i = 0; i < WB_N_REPLIES; i++)
    n += tally->counts[i];

  return n;
}

WbAssessment *
wb_assessment_new (gint64      number,
                   gint64      begun,
                   gboolean    group,
                   const char *title)
{
  WbAssessment *self = g_atomic_rc_box_new0 (WbAssessment);

  self->number = number;
  self->begun = begun;
  self->group = group;
  self->title = g_strdup (title != NULL ? title : "");
  self->tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

WbAssessment *
wb_assessment_ref (WbAssessment *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
assessment_clear (gpointer data)
{
  WbAssessment *self = data;

  g_free (self->title);
  g_hash_table_unref (self->tallies);
}

void
wb_assessment_unref (WbAssessment *self)
{
  g_atomic_rc_box_release_full (self, assessment_clear);
}

void
wb_assessment_set_tally (WbAssessment  *self,
                         const char    *barrier,
                         const char    *statement,
                         const WbTally *tally)
{
  char *key;
  WbTally *copy;

  g_return_if_fail (self != NULL && tally != NULL);
  g_return_if_fail (barrier != NULL && statement != NULL);

  key = g_strconcat (barrier, SEPARATOR, statement, NULL);
  copy = g_memdup2 (tally, sizeof *tally);
  for (guint i = 0; i < WB_N_REPLIES; i++)
    copy->counts[i] = MIN (copy->counts[i], WB_TALLY_MAX);
  if (wb_tally_count (copy) > 0)
    {
      g_hash_table_replace (self->tallies, key, copy);
      return;
    }
  g_hash_table_remove (self->tallies, key);
  g_free (key);
  g_free (copy);
}

const WbTally *
wb_assessment_get_tally (const WbAssessment *self,
                         const char         *barrier,
                         const char         *statement)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (barrier != NULL && statement != NULL, NULL);

  key = g_strconcat (barrier, SEPARATOR, statement, NULL);

  return g_hash_table_lookup (self->tallies, key);
}

int
wb_assessment_get_reply (const WbAssessment *self,
                         const char         *barrier,
                         const char         *statement)
{
  const WbTally *tally = wb_assessment_get_tally (self, barrier, statement);

  if (tally == NULL || wb_tally_count (tally) != 1)
    return -1;
  for (int i = 0; i < WB_N_REPLIES; i++)
    if (tally->counts[i] > 0)
      return i;

  return -1;
}

guint
wb_assessment_count (const WbAssessment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->tallies);
}

guint
wb_assessment_count_people (const WbAssessment *self)
{
  GHashTableIter iter;
  gpointer tally;
  guint most = 0;

  g_return_val_if_fail (self != NULL, 0);

  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, NULL, &tally))
    most = MAX (most, wb_tally_count (tally));

  return most;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
wb_assessment_foreach (const WbAssessment *self,
                       WbTallyFunc         func,
                       gpointer            user_data)
{
  g_autoptr (GPtrArray) keys = NULL;
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (self != NULL && func != NULL);

  keys = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (keys, i), SEPARATOR, 2);

      func (parts[0], parts[1], g_hash_table_lookup (self->tallies, g_ptr_array_index (keys, i)), user_data);
    }
}
