/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-reading-pane.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-block-view.h"
#include "wb-chip.h"
#include "wb-document-actions.h"
#include "wb-document-shelf.h"
#include "wb-error-dialog.h"
#include "wb-fit-box.h"
#include "wb-highlight.h"
#include "wb-own-notes.h"
#include "wb-page-keys.h"
#include "wb-reading-blocks.h"
#include "wb-related-links.h"
#include "wb-review-date.h"
#include "wb-talk-ahead.h"
#include "wb-wrap-layout.h"

struct _WbReadingPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  WbChip *kind_chip;
  WbChip *domain_chip;
  WbChip *evidence_chip;
  WbChip *pack_chip;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *start_button;
  GtkWidget *learn_button;
  GtkWidget *present_button;
  GtkToggleButton *bookmark_button;
  GtkMenuButton *collect_button;
  GtkMenuButton *handout_button;
  GtkBox *effects;
  WbFitBox *fit_box;
  WbBlockView *block_view;
  WbOwnNotes *notes;
  WbRelatedLinks *related;
  WbChip *grade_chip;
  GtkLabel *provenance_label;
  WbChip *overdue_chip;
  GtkWidget *sources_button;
  GMenuModel *text_menu;

  /* Owned */
  WbServices *services;
  WbItem *item;       /* (nullable) */
  char *highlight;    /* (nullable) */
  char *sources;      /* anchor (nullable) */
  char *wanted;       /* anchor to scroll to when there is a layout (nullable) */

  /* State */
  guint scroll_tick;  /* 0 when none */
  guint n_ticks;
  gboolean updating;  /* the bookmark button follows the store */
  gboolean has_deck;  /* among what the entry offers */
};

G_DEFINE_FINAL_TYPE (WbReadingPane, wb_reading_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ITEM_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static WbVocabulary *
get_vocabulary (WbReadingPane *self)
{
  return wb_library_get_vocabulary (wb_services_get_library (self->services));
}

static void
scroll_to (WbReadingPane *self,
           GtkWidget     *target)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y;

  if (gtk_widget_translate_coordinates (target, self->content, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y);
}

/* A fresh tree of widgets has its places only after the next layout, one frame on. */
static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  GtkWidget *target = NULL;

  if (self->n_ticks++ < 2)
    return G_SOURCE_CONTINUE;

  if (self->wanted != NULL)
    target = wb_block_view_get_heading (self->block_view, self->wanted);
  /* Not there yet: once it is, a layout later. */
  if (target == NULL && self->wanted != NULL && !wb_block_view_is_complete (self->block_view))
    {
      self->n_ticks = 0;
      return G_SOURCE_CONTINUE;
    }
  if (target != NULL)
    scroll_to (self, target);
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  g_clear_pointer (&self->wanted, g_free);
  self->scroll_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
scroll_later (WbReadingPane *self,
              const char    *anchor)
{
  g_free (self->wanted);
  self->wanted = g_strdup (anchor);
  self->n_ticks = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

static void
update_provenance (WbReadingPane *self)
{
  const guint n_sources = wb_item_get_sources (self->item)->len;
  const char *licence = wb_item_get_licence (self->item);
  const char *review_by = wb_item_get_review_by (self->item);
  g_autofree char *today = wb_review_date_today ();
  g_autofree char *overdue = NULL;
  GString *text = g_string_new (NULL);

  if (wb_item_get_pack_title (self->item) != NULL)
    {
      /* Translators: the content pack an entry came with, and who publishes that */
      g_string_append_printf (text, _("Source: pack “%s” (%s)"), wb_item_get_pack_title (self->item),
                              wb_item_get_pack_publisher (self->item));
      g_string_append (text, " · ");
    }
  g_string_append_printf (text, ngettext ("%u source", "%u sources", n_sources), n_sources);
  if (wb_item_get_as_of (self->item) != NULL)
    {
      g_autofree char *date = wb_answer_date_to_display (wb_item_get_as_of (self->item));

      g_string_append (text, " · ");
      /* Translators: the date an entry's statements are of */
      g_string_append_printf (text, _("As of %s"), date);
    }
  /* The only licence so far has a name that people know better than its SPDX id. */
  if (licence != NULL && *licence != '\0')
    g_string_append_printf (text, " · %s", g_str_equal (licence, "CC-BY-4.0") ? "CC BY 4.0" : licence);
  gtk_label_set_text (self->provenance_label, text->str);
  g_string_free (text, TRUE);

  wb_chip_set_evidence (self->grade_chip, get_vocabulary (self),
                        wb_item_get_facet (self->item, "evidence"));
  gtk_widget_set_visible (self->sources_button, n_sources > 0);
  if (wb_review_date_is_due (review_by, today))
    overdue = wb_review_date_describe (review_by);
  wb_chip_set_label (self->overdue_chip, overdue);
}

static void
update_effects (WbReadingPane *self)
{
  GPtrArray *facets = wb_item_get_facets (self->item);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->effects))) != NULL)
    gtk_box_remove (self->effects, child);

  for (guint i = 0; i < facets->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (facets, i);

      if (!g_str_equal (value->facet, "effect"))
        continue;

      if (gtk_widget_get_first_child (GTK_WIDGET (self->effects)) == NULL)
        {
          /* Translators: in front of the fields of effect, such as "Competence", that an entry strengthens */
          GtkWidget *label = gtk_label_new (_("Strengthens"));

          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          gtk_box_append (self->effects, label);
        }
      child = wb_chip_new (NULL, NULL);
      wb_chip_set_effect (WB_CHIP (child), get_vocabulary (self), value->value);
      gtk_box_append (self->effects, child);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->effects),
                          gtk_widget_get_first_child (GTK_WIDGET (self->effects)) != NULL);
}

static void
update_fit (WbReadingPane *self)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_services_get_store (self->services));

  if (self->item != NULL)
    wb_fit_box_set (self->fit_box, self->item, town, get_vocabulary (self));
}

static void
update_chips (WbReadingPane *self)
{
  const char *domain = wb_item_get_facet (self->item, "domain");
  const char *pack = wb_item_get_pack_title (self->item);
  /* Translators: the content pack an entry came with */
  g_autofree char *origin = pack != NULL ? g_strdup_printf (_("Pack: %s"), pack) : NULL;

  wb_chip_set_icon (self->kind_chip, "accessories-dictionary-symbolic");
  wb_chip_set_label (self->kind_chip, wb_kind_get_label (wb_item_get_kind (self->item)));
  wb_chip_set_label (self->domain_chip,
                     domain != NULL ? wb_vocabulary_get_value_label (get_vocabulary (self), "domain", domain) : NULL);
  wb_chip_set_evidence (self->evidence_chip, get_vocabulary (self),
                        wb_item_get_facet (self->item, "evidence"));
  wb_chip_set_label (self->pack_chip, origin);
}

static void
append_offer (GMenu         *menu,
              const WbOffer *offer,
              gboolean       titled)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) save = g_menu_item_new (_("Save as PDF…"), NULL);
  g_autoptr (GMenuItem) print = g_menu_item_new (_("Print…"), NULL);

  g_menu_item_set_action_and_target (save, "reading.save-pdf", "s", offer->name);
  g_menu_item_set_action_and_target (print, "reading.print", "s", offer->name);
  g_menu_append_item (section, save);
  g_menu_append_item (section, print);
  g_menu_append_section (menu, titled ? offer->title : NULL, G_MENU_MODEL (section));
}

static void
update_handouts (WbReadingPane *self)
{
  WbLibrary *library = wb_services_get_library (self->services);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  self->has_deck = FALSE;
  offers = wb_document_shelf_list_item (library, wb_item_get_id (self->item), NULL);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      append_offer (menu, offer, offers->len > 1);
      self->has_deck |= offer->format == WB_DOCUMENT_DECK;
    }
  gtk_menu_button_set_menu_model (self->handout_button, G_MENU_MODEL (menu));
}

static void
append_collection (GMenu      *menu,
                   const char *title,
                   gint64      number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "library.collect", "x", number);
  g_menu_append_item (menu, item);
}

static void
update_collections (WbReadingPane *self)
{
  g_autoptr (GPtrArray) collections = wb_user_store_list_collections (wb_services_get_store (self->services));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();

  for (guint i = 0; i < collections->len; i++)
    {
      const WbCollection *collection = g_ptr_array_index (collections, i);

      append_collection (known, collection->title, collection->number);
    }
  append_collection (other, _("New Collection…"), 0);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  gtk_menu_button_set_menu_model (self->collect_button, G_MENU_MODEL (menu));
}

static void
update_bookmark (WbReadingPane *self)
{
  if (self->item == NULL)
    return;

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->bookmark_button,
                                wb_user_store_has_bookmark (wb_services_get_store (self->services),
                                                            wb_item_get_id (self->item)));
  self->updating = FALSE;
}

static void
bookmark_toggled_cb (WbReadingPane *self)
{
  g_autoptr (GError) error = NULL;

  if (self->updating || self->item == NULL)
    return;

  if (!wb_user_store_set_bookmark (wb_services_get_store (self->services), wb_item_get_id (self->item),
                                   gtk_toggle_button_get_active (self->bookmark_button), &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Bookmark Was Not Saved"), error);
      update_bookmark (self);
    }
}

/* Slides where the entry offers some; the pages of its first document otherwise. */
static char *
find_presentable (WbReadingPane *self)
{
  g_autoptr (GPtrArray) offers = NULL;

  offers = wb_document_shelf_list_item (wb_services_get_library (self->services),
                                        wb_item_get_id (self->item), NULL);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      if (offer->format == WB_DOCUMENT_DECK)
        return g_strdup (offer->name);
    }

  return g_strdup ("");
}

static WbDocument *
make_talk (GtkWidget *widget)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_services_get_store (self->services));
  g_autofree char *name = find_presentable (self);

  return wb_document_shelf_build_item (wb_services_get_library (self->services), wb_item_get_id (self->item),
                                       *name != '\0' ? name : NULL, town, NULL);
}

static void
update_actions (WbReadingPane *self)
{
  const WbKind kind = self->item != NULL ? wb_item_get_kind (self->item) : WB_KIND_TERM;
  const gboolean guided = self->item != NULL &&
                          (kind == WB_KIND_GUIDE || wb_item_get_link (self->item, "guide") != NULL);
  const gboolean taught = kind == WB_KIND_COURSE || kind == WB_KIND_LESSON;
  static const char *const actions[] = {
    "reading.present", "reading.save-pdf", "reading.print", "reading.toggle-bookmark", "reading.highlight",
    "reading.write-note",
  };

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.start-project", guided);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.learn", taught);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.show-sources", self->sources != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->item != NULL);
  gtk_widget_set_visible (self->start_button, guided);
  gtk_widget_set_visible (self->learn_button, taught);
  /* What is made to be shown has the button; everything else can be shown from the menu. */
  gtk_widget_set_visible (self->present_button, self->has_deck && !guided && !taught);
  wb_talk_ahead_offer (GTK_WIDGET (self), self->item != NULL && self->has_deck ? make_talk : NULL);
}

static void
mark_title (WbReadingPane *self)
{
  g_autoptr (GArray) marks = wb_highlight_find (gtk_label_get_text (self->title), self->highlight);

  wb_highlight_apply (self->title, marks, 0);
}

static void
show_item (WbReadingPane *self)
{
  g_autoptr (WbBlock) blocks = wb_reading_blocks_new (self->item,
                                                        wb_services_get_library (self->services));

  gtk_label_set_text (self->title, wb_item_get_title (self->item));
  mark_title (self);
  gtk_label_set_text (self->summary, wb_item_get_summary (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *wb_item_get_summary (self->item) != '\0');
  wb_highlight_apply (self->summary, NULL, 1.3);

  g_free (self->sources);
  self->sources = g_strdup (wb_reading_blocks_get_sources (blocks, self->item));
  wb_block_view_set_glossary (self->block_view, wb_services_get_glossary (self->services),
                              wb_item_get_kind (self->item) == WB_KIND_TERM ? wb_item_get_id (self->item) : NULL);
  wb_block_view_set_block (self->block_view, blocks);
  wb_own_notes_set_item (self->notes, wb_services_get_store (self->services), self->block_view,
                         wb_item_get_id (self->item));
  wb_related_links_set_item (self->related, wb_services_get_library (self->services), self->item);

  update_chips (self);
  update_effects (self);
  update_fit (self);
  update_provenance (self);
  update_handouts (self);
  update_bookmark (self);
}

/* The document @name ("" for the first on offer) of the entry shown; NULL after saying why not. */
static WbDocument *
build_document (WbReadingPane *self,
                const char    *name)
{
  WbUserStore *store = wb_services_get_store (self->services);
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (store);
  g_autoptr (GError) error = NULL;
  WbDocument *document;

  document = wb_document_shelf_build_item (wb_services_get_library (self->services), wb_item_get_id (self->item),
                                           *name != '\0' ? name : NULL, town, &error);
  if (document == NULL)
    wb_error_dialog_show (GTK_WIDGET (self), _("The Document Could Not Be Made"), error);

  return document;
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  g_autoptr (WbDocument) document = build_document (self, g_variant_get_string (parameter, NULL));
  g_autofree char *name = NULL;

  if (document == NULL)
    return;

  name = wb_document_suggest_name (wb_document_get_title (document), ".pdf");
  wb_document_save_pdf (widget, document, name);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  g_autoptr (WbDocument) document = build_document (self, g_variant_get_string (parameter, NULL));

  if (document != NULL)
    wb_document_print (widget, document);
}

static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  g_autofree char *name = find_presentable (self);
  g_autoptr (WbDocument) document = build_document (self, name);

  if (document != NULL)
    wb_document_present (widget, document);
}

static void
start_project_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.start-project", "s",
                              wb_item_get_id (WB_READING_PANE (widget)->item));
}

static void
learn_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-course", "s",
                              wb_item_get_id (WB_READING_PANE (widget)->item));
}

static void
show_sources_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);
  GtkWidget *heading = wb_block_view_get_heading (self->block_view, self->sources);

  if (heading != NULL)
    scroll_to (self, heading);
  else if (!wb_block_view_is_complete (self->block_view))
    scroll_later (self, self->sources);
}

static void
step_term_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);

  if (self->item == NULL || !wb_block_view_step_term (self->block_view, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

static void
highlight_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);

  if (!wb_own_notes_highlight (self->notes))
    gtk_widget_activate_action (widget, "win.toast", "s", _("Select the passage first."));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", _("Highlighted. A remark can be added under “Own Notes”."));
}

static void
write_note_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);

  scroll_to (self, GTK_WIDGET (self->notes));
  wb_own_notes_focus (self->notes);
}

static void
toggle_bookmark_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  WbReadingPane *self = WB_READING_PANE (widget);

  gtk_toggle_button_set_active (self->bookmark_button, !gtk_toggle_button_get_active (self->bookmark_button));
}

static void
wb_reading_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM_ID:
      g_value_set_string (value, wb_reading_pane_get_item_id (WB_READING_PANE (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_reading_pane_dispose (GObject *object)
{
  WbReadingPane *self = WB_READING_PANE (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  /* The bin first: it must not find its child gone with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_READING_PANE);
  g_clear_object (&self->services);
  g_clear_object (&self->item);
  g_clear_pointer (&self->highlight, g_free);
  g_clear_pointer (&self->sources, g_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (wb_reading_pane_parent_class)->dispose (object);
}

/* Asks for no more width than it needs: wide texts must not make the window fold its sidebar away. */
static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child == NULL)
    return;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-reading-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, error_page);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, content);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, kind_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, domain_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, evidence_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, pack_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, title);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, summary);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, start_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, learn_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, present_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, bookmark_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, collect_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, handout_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, effects);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, fit_box);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, block_view);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, notes);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, related);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, grade_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, provenance_label);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, overdue_chip);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, sources_button);
  gtk_widget_class_bind_template_child (widget_class, WbReadingPane, text_menu);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_to);
}

static void
wb_reading_pane_class_init (WbReadingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_reading_pane_dispose;
  object_class->get_property = wb_reading_pane_get_property;

  properties[PROP_ITEM_ID] =
    g_param_spec_string ("item-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WB_TYPE_BLOCK_VIEW);
  g_type_ensure (WB_TYPE_CHIP);
  g_type_ensure (WB_TYPE_FIT_BOX);
  g_type_ensure (WB_TYPE_OWN_NOTES);
  g_type_ensure (WB_TYPE_RELATED_LINKS);
  g_type_ensure (WB_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "reading.start-project", NULL, start_project_action);
  gtk_widget_class_install_action (widget_class, "reading.learn", NULL, learn_action);
  gtk_widget_class_install_action (widget_class, "reading.save-pdf", "s", save_pdf_action);
  gtk_widget_class_install_action (widget_class, "reading.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "reading.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "reading.show-sources", NULL, show_sources_action);
  gtk_widget_class_install_action (widget_class, "reading.toggle-bookmark", NULL, toggle_bookmark_action);
  gtk_widget_class_install_action (widget_class, "reading.step-term", "i", step_term_action);
  gtk_widget_class_install_action (widget_class, "reading.highlight", NULL, highlight_action);
  gtk_widget_class_install_action (widget_class, "reading.write-note", NULL, write_note_action);
}

static void
wb_reading_pane_init (WbReadingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_page_keys_add (GTK_WIDGET (self), self->scroller);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (NULL, measure, allocate));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  wb_block_view_set_extra_menu (self->block_view, self->text_menu);
  update_actions (self);
}

void
wb_reading_pane_set_services (WbReadingPane *self,
                              WbServices    *services)
{
  g_return_if_fail (WB_IS_READING_PANE (self));
  g_return_if_fail (WB_IS_SERVICES (services));
  g_return_if_fail (self->services == NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (wb_services_get_store (services), "bookmarks-changed",
                           G_CALLBACK (update_bookmark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wb_services_get_store (services), "collections-changed",
                           G_CALLBACK (update_collections), self, G_CONNECT_SWAPPED);
  update_collections (self);
  g_signal_connect_object (wb_services_get_store (services), "profile-changed",
                           G_CALLBACK (update_fit), self, G_CONNECT_SWAPPED);
}

static void
show_error (WbReadingPane *self,
            const GError  *error)
{
  g_autofree char *reason = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, reason);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

gboolean
wb_reading_pane_open (WbReadingPane *self,
                      const char    *id,
                      const char    *anchor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = NULL;

  g_return_val_if_fail (WB_IS_READING_PANE (self), FALSE);
  g_return_val_if_fail (WB_IS_SERVICES (self->services), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_strcmp0 (id, wb_reading_pane_get_item_id (self)) == 0)
    {
      if (anchor != NULL)
        scroll_later (self, anchor);
      return TRUE;
    }

  item = wb_library_get_item (wb_services_get_library (self->services), id, &error);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      show_item (self);
      gtk_stack_set_visible_child_name (self->stack, "entry");
      scroll_later (self, anchor);
    }
  else
    {
      g_clear_pointer (&self->sources, g_free);
      show_error (self, error);
    }
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM_ID]);

  return item != NULL;
}

const char *
wb_reading_pane_get_item_id (WbReadingPane *self)
{
  g_return_val_if_fail (WB_IS_READING_PANE (self), NULL);

  return self->item != NULL ? wb_item_get_id (self->item) : NULL;
}

const char *
wb_reading_pane_get_title (WbReadingPane *self)
{
  g_return_val_if_fail (WB_IS_READING_PANE (self), NULL);

  return self->item != NULL ? wb_item_get_title (self->item) : NULL;
}

void
wb_reading_pane_set_highlight (WbReadingPane *self,
                               const char    *words)
{
  g_return_if_fail (WB_IS_READING_PANE (self));

  if (g_strcmp0 (self->highlight, words) == 0)
    return;

  g_free (self->highlight);
  self->highlight = g_strdup (words);
  mark_title (self);
  wb_block_view_set_highlight (self->block_view, words);
}

void
wb_reading_pane_focus (WbReadingPane *self)
{
  g_return_if_fail (WB_IS_READING_PANE (self));

  if (self->item == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  gtk_label_select_region (self->title, 0, 0);
}
