/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-help-pane.h"

#include <glib/gi18n-lib.h>

#include "wb-block-view.h"
#include "wb-focus-pass.h"
#include "wb-focus.h"
#include "wb-markdown.h"

struct _WbHelpPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *entries;
};

G_DEFINE_FINAL_TYPE (WbHelpPane, wb_help_pane, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The blocks below the heading @anchor of @body, up to the next heading of its rank. NULL when there is none. */
static WbBlock *
cut_section (const char *body,
             const char *anchor)
{
  g_autoptr (WbBlock) document = wb_markdown_parse (body, FALSE);
  g_autoptr (WbBlock) section = wb_block_new (WB_BLOCK_DOCUMENT);
  int level = 0;

  wb_block_assign_anchors (document);
  for (guint i = 0; i < document->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (document->children, i);

      if (block->type == WB_BLOCK_HEADING && level > 0 && block->level <= level)
        break;
      if (level > 0)
        wb_block_append (section, wb_block_copy (block));
      else if (block->type == WB_BLOCK_HEADING && g_strcmp0 (block->anchor, anchor) == 0)
        level = block->level;
    }

  return section->children->len > 0 ? g_steal_pointer (&section) : NULL;
}

static void
append_text (GtkBox       *box,
             WbItem       *item,
             const WbHelp *help)
{
  g_autoptr (WbBlock) section = NULL;
  GtkWidget *view;

  if (help->section != NULL)
    section = cut_section (wb_item_get_body (item), help->section);
  if (section == NULL)
    {
      gtk_box_append (box, make_label (wb_item_get_summary (item), NULL));
      return;
    }

  view = wb_block_view_new ();
  wb_block_view_set_block (WB_BLOCK_VIEW (view), section);
  gtk_box_append (box, view);
}

static GtkWidget *
make_button (const WbHelp *help,
             const char   *title)
{
  g_autofree char *target = help->section != NULL
                              ? g_strconcat (help->target, "#", help->section, NULL)
                              : g_strdup (help->target);
  g_autofree char *name = g_strdup_printf (_("Read whole entry: %s"), title);
  GtkWidget *button = gtk_button_new_with_label (_("Read whole entry"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* An entry that is gone from the library says so; the project goes on without it. */
static GtkWidget *
make_entry (WbLibrary    *library,
            const WbHelp *help)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, help->target, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *kind;

  if (item == NULL)
    {
      gtk_box_append (GTK_BOX (box), make_label (help->label != NULL ? help->label : help->target,
                                                 "heading"));
      gtk_box_append (GTK_BOX (box), make_label (_("This entry is not in your library."),
                                                 "dim-label"));
      return box;
    }

  kind = make_label (wb_kind_get_label (wb_item_get_kind (item)), "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), make_label (wb_item_get_title (item), "heading"));
  append_text (GTK_BOX (box), item, help);
  gtk_box_append (GTK_BOX (box), make_button (help, wb_item_get_title (item)));

  return box;
}

static gboolean
wb_help_pane_grab_focus (GtkWidget *widget)
{
  return wb_focus_first (GTK_WIDGET (WB_HELP_PANE (widget)->stack)) || wb_focus_first (widget);
}

static void
wb_help_pane_dispose (GObject *object)
{
  g_clear_pointer (&WB_HELP_PANE (object)->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_HELP_PANE);

  G_OBJECT_CLASS (wb_help_pane_parent_class)->dispose (object);
}

static void
wb_help_pane_class_init (WbHelpPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_help_pane_dispose;
  widget_class->grab_focus = wb_help_pane_grab_focus;
  widget_class->focus = wb_focus_pass;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-help-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbHelpPane, box);
  gtk_widget_class_bind_template_child (widget_class, WbHelpPane, stack);
  gtk_widget_class_bind_template_child (widget_class, WbHelpPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, WbHelpPane, entries);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wb_help_pane_init (WbHelpPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wb_help_pane_set_step (WbHelpPane   *self,
                       WbLibrary    *library,
                       const WbStep *step)
{
  gboolean any = step != NULL && step->help->len > 0;
  GtkWidget *child;

  g_return_if_fail (WB_IS_HELP_PANE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->entries))) != NULL)
    gtk_box_remove (self->entries, child);
  for (guint i = 0; any && i < step->help->len; i++)
    {
      if (i > 0)
        gtk_box_append (self->entries, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (self->entries, make_entry (library, g_ptr_array_index (step->help, i)));
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "entries" : "empty");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
