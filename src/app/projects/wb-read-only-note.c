/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-read-only-note.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE

struct _WbReadOnlyNote
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *reason;
  GtkLabel *news;
  GtkButton *reload;

  /* Owned */
  WbProjectFile *file;
  WbOpenProjects *open_projects;
  GFile *place;
  GFileMonitor *monitor; /* (nullable) */
  GCancellable *cancellable;
  char *mark; /* what the file looked like when it was opened; NULL before that is known */

  /* Borrowed */
  GtkRoot *root; /* (nullable) that is listened to */
};

G_DEFINE_FINAL_TYPE (WbReadOnlyNote, wb_read_only_note, GTK_TYPE_WIDGET)

/* The same as long as nobody has written into the file or put another in its place. (transfer full) */
static char *
make_mark (GFileInfo *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %u %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT,
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          (gint64) g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static void
say (WbReadOnlyNote *self,
     const char     *format,
     gboolean        can_reload)
{
  g_autofree char *name = g_file_get_basename (self->place);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, shown);
#pragma GCC diagnostic pop
  if (!g_str_equal (gtk_label_get_text (self->news), text))
    gtk_label_set_text (self->news, text);
  gtk_widget_set_visible (GTK_WIDGET (self->news), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->reload), can_reload);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *mark = NULL;
  WbReadOnlyNote *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = WB_READ_ONLY_NOTE (user_data);
  if (info == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        say (self, _("“%s” is not there any more; what you see is what was in it when you opened it."), FALSE);
      return;
    }
  mark = make_mark (info);
  if (self->mark == NULL)
    self->mark = g_steal_pointer (&mark);
  else if (!g_str_equal (self->mark, mark))
    say (self, _("“%s” has been changed since you opened it; what you see is older."), TRUE);
}

/* Never waits: the file may lie on a network share that does not answer. */
static void
look (WbReadOnlyNote *self)
{
  g_file_query_info_async (self->place, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, looked_cb, self);
}

static void
active_cb (WbReadOnlyNote *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self->root)))
    look (self);
}

static void
reload_cb (WbReadOnlyNote *self)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *path = g_strdup (wb_project_file_get_path (self->file));

  g_object_ref (window);
  if (wb_open_projects_close (self->open_projects, path))
    gtk_widget_activate_action (window, "win.open-project", "s", path);
}

static void
wb_read_only_note_root (GtkWidget *widget)
{
  WbReadOnlyNote *self = WB_READ_ONLY_NOTE (widget);

  GTK_WIDGET_CLASS (wb_read_only_note_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  if (self->file != NULL && GTK_IS_WINDOW (self->root))
    g_signal_connect_object (self->root, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}

static void
wb_read_only_note_unroot (GtkWidget *widget)
{
  WbReadOnlyNote *self = WB_READ_ONLY_NOTE (widget);

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (wb_read_only_note_parent_class)->unroot (widget);
}

static void
wb_read_only_note_dispose (GObject *object)
{
  WbReadOnlyNote *self = WB_READ_ONLY_NOTE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_READ_ONLY_NOTE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->monitor);
  g_clear_object (&self->place);
  g_clear_object (&self->open_projects);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (wb_read_only_note_parent_class)->dispose (object);
}

static void
wb_read_only_note_finalize (GObject *object)
{
  WbReadOnlyNote *self = WB_READ_ONLY_NOTE (object);

  g_object_unref (self->cancellable);
  g_free (self->mark);

  G_OBJECT_CLASS (wb_read_only_note_parent_class)->finalize (object);
}

static void
wb_read_only_note_class_init (WbReadOnlyNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_read_only_note_dispose;
  object_class->finalize = wb_read_only_note_finalize;
  widget_class->root = wb_read_only_note_root;
  widget_class->unroot = wb_read_only_note_unroot;

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-read-only-note.ui");
  gtk_widget_class_bind_template_child (widget_class, WbReadOnlyNote, reason);
  gtk_widget_class_bind_template_child (widget_class, WbReadOnlyNote, news);
  gtk_widget_class_bind_template_child (widget_class, WbReadOnlyNote, reload);
  gtk_widget_class_bind_template_callback (widget_class, reload_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
wb_read_only_note_init (WbReadOnlyNote *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wb_read_only_note_set_file (WbReadOnlyNote *self,
                            WbProjectFile  *file,
                            WbOpenProjects *open_projects)
{
  const char *reason;

  g_return_if_fail (WB_IS_READ_ONLY_NOTE (self));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));
  g_return_if_fail (WB_IS_OPEN_PROJECTS (open_projects));
  g_return_if_fail (self->file == NULL);

  if (!wb_project_file_get_read_only (file))
    return;
  reason = wb_project_file_get_read_only_reason (file);
  self->file = g_object_ref (file);
  self->open_projects = g_object_ref (open_projects);
  self->place = g_file_new_for_path (wb_project_file_get_path (file));
  gtk_label_set_text (self->reason, reason != NULL ? reason : _("This project can only be read."));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  look (self);
  self->monitor = g_file_monitor_file (self->place, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_object (self->root, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}

gboolean
wb_read_only_note_get_stale (WbReadOnlyNote *self)
{
  g_return_val_if_fail (WB_IS_READ_ONLY_NOTE (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->news));
}
