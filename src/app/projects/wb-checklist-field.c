/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-checklist-field.h"

#include <glib/gi18n-lib.h>

#include "wb-check-item.h"
#include "wb-payload-reader.h"

struct _WbChecklistField
{
  WbFieldRow parent_instance;

  /* Owned */
  GPtrArray *items; /* WbCheckItem; borrowed from the control */
};

G_DEFINE_FINAL_TYPE (WbChecklistField, wb_checklist_field, WB_TYPE_FIELD_ROW)

/* The library's entry, for the titles of its groups. NULL when there is none (any more): the items stand in the guide as well. */
static WbChecklist *
load_checklist (WbFieldRow *row)
{
  const WbField *field = wb_field_row_get_field (row);
  WbLibrary *library = wb_form_context_get_library (wb_field_row_get_context (row));
  g_autoptr (WbItem) item = NULL;

  if (field->checklist == NULL || library == NULL)
    return NULL;

  item = wb_library_get_item (library, field->checklist, NULL);
  if (item == NULL || wb_item_get_payload (item) == NULL)
    return NULL;

  return wb_checklist_from_json (wb_item_get_payload (item), NULL);
}

static const char *
find_group (WbChecklist *checklist,
            const char  *id)
{
  GPtrArray *groups;

  if (checklist == NULL)
    return NULL;

  groups = wb_checklist_get_groups (checklist);
  for (guint i = 0; i < groups->len; i++)
    {
      const WbChecklistGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->items->len; j++)
        if (g_strcmp0 (((const WbOption *) g_ptr_array_index (group->items, j))->id, id) == 0)
          return group->title;
    }

  return NULL;
}

static void
append_title (GtkBox     *box,
              const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "check-group");
  gtk_box_append (box, label);
}

static void
wb_checklist_field_build (WbFieldRow *row)
{
  WbChecklistField *self = WB_CHECKLIST_FIELD (row);
  GPtrArray *options = wb_field_row_get_field (row)->options;
  g_autoptr (WbChecklist) checklist = load_checklist (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *last_group = NULL;

  for (guint i = 0; i < options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (options, i);
      const char *group = find_group (checklist, option->id);
      GtkWidget *item = wb_check_item_new (row, option);

      if (group != NULL && g_strcmp0 (group, last_group) != 0)
        append_title (GTK_BOX (box), group);
      last_group = group;
      g_ptr_array_add (self->items, item);
      gtk_box_append (GTK_BOX (box), item);
    }
  wb_field_row_set_control (row, box);
}

static void
wb_checklist_field_update (WbFieldRow *row)
{
  WbChecklistField *self = WB_CHECKLIST_FIELD (row);
  g_autofree char *status = NULL;
  guint done = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      WbCheckItem *item = g_ptr_array_index (self->items, i);

      wb_check_item_update (item);
      done += gtk_check_button_get_active (wb_check_item_get_button (item)) ? 1 : 0;
    }

  status = g_strdup_printf (ngettext ("%u of %u done", "%u of %u done", self->items->len), done,
                            self->items->len);
  wb_field_row_set_status (row, status);
}

static void
wb_checklist_field_finalize (GObject *object)
{
  g_ptr_array_unref (WB_CHECKLIST_FIELD (object)->items);

  G_OBJECT_CLASS (wb_checklist_field_parent_class)->finalize (object);
}

static void
wb_checklist_field_class_init (WbChecklistFieldClass *klass)
{
  WbFieldRowClass *row_class = WB_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_checklist_field_finalize;
  row_class->build = wb_checklist_field_build;
  row_class->update = wb_checklist_field_update;
}

static void
wb_checklist_field_init (WbChecklistField *self)
{
  self->items = g_ptr_array_new ();
}
