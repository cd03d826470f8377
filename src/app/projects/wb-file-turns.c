/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-file-turns.h"

struct _WbFileTurns
{
  GObject parent_instance;

  GHashTable *queues; /* path → GQueue of WbFileTurn, the head of which has the file */
};

struct _WbFileTurn
{
  WbFileTurns *turns; /* owned: it stays until the last one is through */
  char *path;
  WbFileTurnFunc func;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (WbFileTurns, wb_file_turns, G_TYPE_OBJECT)

static void
wb_file_turns_finalize (GObject *object)
{
  g_hash_table_unref (WB_FILE_TURNS (object)->queues);

  G_OBJECT_CLASS (wb_file_turns_parent_class)->finalize (object);
}

static void
wb_file_turns_class_init (WbFileTurnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_file_turns_finalize;
}

static void
wb_file_turns_init (WbFileTurns *self)
{
  self->queues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
}

WbFileTurns *
wb_file_turns_new (void)
{
  return g_object_new (WB_TYPE_FILE_TURNS, NULL);
}

void
wb_file_turns_take (WbFileTurns    *self,
                    const char     *path,
                    WbFileTurnFunc  func,
                    gpointer        data)
{
  WbFileTurn *turn;
  GQueue *queue;

  g_return_if_fail (WB_IS_FILE_TURNS (self));
  g_return_if_fail (path != NULL && func != NULL);

  turn = g_new0 (WbFileTurn, 1);
  turn->turns = g_object_ref (self);
  turn->path = g_canonicalize_filename (path, NULL);
  turn->func = func;
  turn->data = data;
  queue = g_hash_table_lookup (self->queues, turn->path);
  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->queues, g_strdup (turn->path), queue);
    }
  g_queue_push_tail (queue, turn);
  if (g_queue_get_length (queue) == 1)
    func (turn, data);
}

void
wb_file_turn_end (WbFileTurn *turn)
{
  g_autoptr (WbFileTurns) self = NULL;
  WbFileTurn *next;
  GQueue *queue;

  g_return_if_fail (turn != NULL);

  self = turn->turns;
  queue = g_hash_table_lookup (self->queues, turn->path);
  g_return_if_fail (queue != NULL && g_queue_peek_head (queue) == turn);

  g_queue_pop_head (queue);
  next = g_queue_peek_head (queue);
  if (next == NULL)
    g_hash_table_remove (self->queues, turn->path);
  g_free (turn->path);
  g_free (turn);
  if (next != NULL)
    next->func (next, next->data);
}
