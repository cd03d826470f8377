/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-open-projects.h"

struct _WbOpenProjects
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *files; /* WbProjectFile */
  WbFileTurns *turns;
};

enum
{
  SAVED,
  CLOSE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbOpenProjects, wb_open_projects, G_TYPE_OBJECT)

static void
saved_cb (WbOpenProjects *self,
          WbProjectFile  *file)
{
  g_signal_emit (self, signals[SAVED], 0, wb_project_file_get_path (file));
}

static void
wb_open_projects_dispose (GObject *object)
{
  WbOpenProjects *self = WB_OPEN_PROJECTS (object);

  while (self->files->len > 0)
    wb_open_projects_remove (self, g_ptr_array_index (self->files, 0));

  G_OBJECT_CLASS (wb_open_projects_parent_class)->dispose (object);
}

static void
wb_open_projects_finalize (GObject *object)
{
  g_ptr_array_unref (WB_OPEN_PROJECTS (object)->files);
  g_object_unref (WB_OPEN_PROJECTS (object)->turns);

  G_OBJECT_CLASS (wb_open_projects_parent_class)->finalize (object);
}

static void
wb_open_projects_class_init (WbOpenProjectsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_open_projects_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_open_projects_finalize;

  signals[SAVED] = g_signal_new ("saved", WB_TYPE_OPEN_PROJECTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[CLOSE_REQUESTED] = g_signal_new ("close-requested", WB_TYPE_OPEN_PROJECTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wb_open_projects_init (WbOpenProjects *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->turns = wb_file_turns_new ();
}

WbOpenProjects *
wb_open_projects_new (void)
{
  return g_object_new (WB_TYPE_OPEN_PROJECTS, NULL);
}

void
wb_open_projects_add (WbOpenProjects *self,
                      WbProjectFile  *file)
{
  g_return_if_fail (WB_IS_OPEN_PROJECTS (self));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));

  g_ptr_array_add (self->files, g_object_ref (file));
  g_signal_connect_object (file, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

void
wb_open_projects_remove (WbOpenProjects *self,
                         WbProjectFile  *file)
{
  g_return_if_fail (WB_IS_OPEN_PROJECTS (self));

  g_signal_handlers_disconnect_by_func (file, saved_cb, self);
  g_ptr_array_remove (self->files, file);
}

WbProjectFile *
wb_open_projects_find (WbOpenProjects *self,
                       const char     *path)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (WB_IS_OPEN_PROJECTS (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  canonical = g_canonicalize_filename (path, NULL);
  for (guint i = 0; i < self->files->len; i++)
    if (g_str_equal (wb_project_file_get_path (g_ptr_array_index (self->files, i)), canonical))
      return g_ptr_array_index (self->files, i);

  return NULL;
}

WbFileTurns *
wb_open_projects_get_turns (WbOpenProjects *self)
{
  g_return_val_if_fail (WB_IS_OPEN_PROJECTS (self), NULL);

  return self->turns;
}

gboolean
wb_open_projects_close (WbOpenProjects *self,
                        const char     *path)
{
  g_return_val_if_fail (WB_IS_OPEN_PROJECTS (self), FALSE);

  if (wb_open_projects_find (self, path) != NULL)
    g_signal_emit (self, signals[CLOSE_REQUESTED], 0, path);

  return wb_open_projects_find (self, path) == NULL;
}
