/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-store-private.h"

#include "wb-assessment-table.h"
#include "wb-tally-table.h"

/* The self-checks of the section "Standortbestimmung". */

GPtrArray *
wb_user_store_list_assessments (WbUserStore *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  list = wb_assessment_table_list (self->connection, &error);
  if (list == NULL)
    {
      g_warning ("%s", error->message);
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_assessment_unref);
    }

  return list;
}

WbAssessment *
wb_user_store_load_assessment (WbUserStore  *self,
                               gint64        number,
                               GError      **error)
{
  g_autoptr (WbAssessment) assessment = NULL;

  g_return_val_if_fail (WB_IS_USER_STORE (self), NULL);

  assessment = wb_assessment_table_get (self->connection, number, error);
  if (assessment == NULL || !wb_tally_table_load (self->connection, assessment, error))
    return NULL;

  return g_steal_pointer (&assessment);
}

typedef struct
{
  WbConnection *connection;
  WbAssessment *assessment;
  GError **error;
  gboolean written;
} Writer;

static void
write_tally (const char    *barrier,
             const char    *statement,
             const WbTally *tally,
             gpointer       user_data)
{
  Writer *writer = user_data;

  if (writer->written)
    writer->written = wb_tally_table_set (writer->connection, writer->assessment->number, barrier, statement, tally,
                                          writer->error);
}

static gboolean
write_assessment (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  Writer writer = { connection, user_data, error, TRUE };

  if (!wb_assessment_table_add (connection, writer.assessment, error))
    return FALSE;
  wb_assessment_foreach (writer.assessment, write_tally, &writer);

  return writer.written;
}

gboolean
wb_user_store_add_assessment (WbUserStore   *self,
                              WbAssessment  *assessment,
                              GError       **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (assessment != NULL && assessment->number == 0, FALSE);

  if (!wb_connection_transact (self->connection, write_assessment, assessment, error))
    {
      assessment->number = 0;
      return FALSE;
    }

  return wb_user_store_tell_assessments (self, TRUE);
}

typedef struct
{
  gint64 number;
  const char *barrier;
  const char *statement;
  const WbTally *tally;
} Reply;

/* Only for one that is there: it may have been deleted while it was open elsewhere. */
static gboolean
write_reply (WbConnection  *connection,
             gpointer       user_data,
             GError       **error)
{
  const Reply *reply = user_data;
  g_autoptr (WbAssessment) assessment = wb_assessment_table_get (connection, reply->number, error);

  return assessment != NULL
         && wb_tally_table_set (connection, reply->number, reply->barrier, reply->statement, reply->tally, error);
}

gboolean
wb_user_store_set_tally (WbUserStore    *self,
                         gint64          number,
                         const char     *barrier,
                         const char     *statement,
                         const WbTally  *tally,
                         GError        **error)
{
  Reply reply = { number, barrier, statement, tally };

  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (barrier != NULL && statement != NULL && tally != NULL, FALSE);

  return wb_connection_transact (self->connection, write_reply, &reply, error);
}

gboolean
wb_user_store_finish_assessment (WbUserStore  *self,
                                 gint64        number,
                                 gint64        finished,
                                 GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return wb_user_store_tell_assessments (self, wb_assessment_table_finish (self->connection, number, finished, error));
}

gboolean
wb_user_store_rename_assessment (WbUserStore  *self,
                                 gint64        number,
                                 const char   *title,
                                 GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  return wb_user_store_tell_assessments (self, wb_assessment_table_rename (self->connection, number, title, error));
}

static gboolean
write_deletion (WbConnection  *connection,
                gpointer       user_data,
                GError       **error)
{
  const gint64 *number = user_data;

  return wb_tally_table_remove (connection, *number, error) && wb_assessment_table_remove (connection, *number, error);
}

gboolean
wb_user_store_remove_assessment (WbUserStore  *self,
                                 gint64        number,
                                 GError      **error)
{
  g_return_val_if_fail (WB_IS_USER_STORE (self), FALSE);

  return wb_user_store_tell_assessments (self, wb_connection_transact (self->connection, write_deletion, &number, error));
}
