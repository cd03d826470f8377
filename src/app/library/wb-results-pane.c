/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-results-pane.h"

#include <glib/gi18n-lib.h>

#include "wb-result-row.h"
#include "wb-review-date.h"
#include "wb-wrap-layout.h"

/* Rows are costly to make, and nobody sees more than a few at once: further ones are added when the end comes near, and a few
 * at a time, so that no frame is missed for them. */
#define FIRST_ROWS 9
#define MORE_ROWS 6

struct _WbResultsPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkBox *filters;
  GtkLabel *status;
  GtkLabel *corrections;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkBox *ways_out;

  /* Owned */
  WbVocabulary *vocabulary;
  char *today; /* of the last result */
  GtkSliceListModel *slice; /* the rows made so far, of all hits */
  GtkSingleSelection *selection;

  /* State */
  gboolean folded;
  gboolean selecting; /* the selection is being set from outside */
  guint n_hits;
  guint more_source; /* 0 when none */
};

G_DEFINE_FINAL_TYPE (WbResultsPane, wb_results_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  SORT_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, wb_result_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         WbResultsPane            *self)
{
  wb_result_row_set_hit (WB_RESULT_ROW (gtk_list_item_get_child (list_item)),
                         WB_HIT (gtk_list_item_get_item (list_item)),
                         self->vocabulary, self->today);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  wb_result_row_set_hit (WB_RESULT_ROW (gtk_list_item_get_child (list_item)), NULL, NULL, NULL);
}

static guint
count_all (WbResultsPane *self)
{
  GListModel *all = gtk_slice_list_model_get_model (self->slice);

  return all != NULL ? g_list_model_get_n_items (all) : 0;
}

/* Makes rows at least up to @position, and each time a quarter more, so that the end of a hundred thousand is not far. */
static void
make_rows (WbResultsPane *self,
           guint          position)
{
  const guint size = gtk_slice_list_model_get_size (self->slice);

  if (position >= size && size < count_all (self))
    gtk_slice_list_model_set_size (self->slice, MIN (count_all (self), MAX (position + MORE_ROWS, size + size / 4)));
}

static gboolean
make_more_cb (gpointer user_data)
{
  WbResultsPane *self = user_data;

  self->more_source = 0;
  make_rows (self, gtk_slice_list_model_get_size (self->slice));

  return G_SOURCE_REMOVE;
}

/* Also comes in the middle of a layout, when the list must not change. */
static void
scrolled_cb (WbResultsPane *self,
             GtkAdjustment *adjustment)
{
  const double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);

  if (left < 2 * gtk_adjustment_get_page_size (adjustment) && self->more_source == 0 &&
      gtk_slice_list_model_get_size (self->slice) < count_all (self))
    self->more_source = g_idle_add (make_more_cb, self);
}

static void
selection_changed_cb (WbResultsPane *self)
{
  WbHit *hit = gtk_single_selection_get_selected_item (self->selection);

  if (!self->selecting && hit != NULL)
    g_signal_emit (self, signals[SELECTED], 0, hit);
}

static void
activated_cb (WbResultsPane *self,
              guint          position)
{
  g_autoptr (WbHit) hit = wb_results_pane_get_hit (self, position);

  if (hit != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, hit);
}

/* Ctrl+Space chooses the row with the focus for comparing, as Ctrl and a click do; the end is the end of all hits, not of the rows
 * made so far. */
static gboolean
list_key_cb (WbResultsPane   *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  WbHit *hit = gtk_single_selection_get_selected_item (self->selection);

  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    gtk_slice_list_model_set_size (self->slice, MAX (FIRST_ROWS, count_all (self)));
  if (keyval != GDK_KEY_space || (state & GDK_CONTROL_MASK) == 0 || hit == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "library.toggle-compare", "(ss)", wb_hit_get_id (hit), wb_hit_get_title (hit));

  return GDK_EVENT_STOP;
}

static void
sort_selected_cb (WbResultsPane *self)
{
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
wb_results_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, WB_RESULTS_PANE (object)->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_results_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      wb_results_pane_set_folded (WB_RESULTS_PANE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_results_pane_dispose (GObject *object)
{
  WbResultsPane *self = WB_RESULTS_PANE (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_RESULTS_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->vocabulary);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (wb_results_pane_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SELECTED] =
    g_signal_new ("selected", WB_TYPE_RESULTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WB_TYPE_HIT);
  signals[ACTIVATED] =
    g_signal_new ("activated", WB_TYPE_RESULTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WB_TYPE_HIT);
  signals[SORT_CHANGED] =
    g_signal_new ("sort-changed", WB_TYPE_RESULTS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
wb_results_pane_class_init (WbResultsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_results_pane_dispose;
  object_class->get_property = wb_results_pane_get_property;
  object_class->set_property = wb_results_pane_set_property;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals ();

  g_type_ensure (WB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-results-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, filters);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, status);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, corrections);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, sort);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, empty_page);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, error_page);
  gtk_widget_class_bind_template_child (widget_class, WbResultsPane, ways_out);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
wb_results_pane_init (WbResultsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);

  self->slice = gtk_slice_list_model_new (NULL, 0, FIRST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
wb_results_pane_set_vocabulary (WbResultsPane *self,
                                WbVocabulary  *vocabulary)
{
  g_return_if_fail (WB_IS_RESULTS_PANE (self));

  g_set_object (&self->vocabulary, vocabulary);
}

gboolean
wb_results_pane_get_folded (WbResultsPane *self)
{
  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), FALSE);

  return self->folded;
}

void
wb_results_pane_set_folded (WbResultsPane *self,
                            gboolean       folded)
{
  g_return_if_fail (WB_IS_RESULTS_PANE (self));

  if (self->folded == folded)
    return;

  self->folded = folded;
  gtk_list_view_set_single_click_activate (self->list_view, folded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

WbSort
wb_results_pane_get_sort (WbResultsPane *self)
{
  static const WbSort sorts[] = { WB_SORT_RELEVANCE, WB_SORT_FIT, WB_SORT_NEWEST, WB_SORT_TITLE };
  guint selected;

  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), WB_SORT_RELEVANCE);

  selected = gtk_drop_down_get_selected (self->sort);

  return selected < G_N_ELEMENTS (sorts) ? sorts[selected] : WB_SORT_RELEVANCE;
}

/* The line is a live region: screen readers hear of its new text. */
static void
set_status (WbResultsPane *self,
            const char    *status,
            const char    *spoken)
{
  gtk_label_set_text (self->status, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_count (WbResultsPane *self,
            const char    *text)
{
  g_autofree char *status = NULL;
  g_autofree char *spoken = NULL;

  if (text == NULL || *text == '\0')
    {
      status = g_strdup_printf (ngettext ("%u entry", "%u entries", self->n_hits), self->n_hits);
      set_status (self, status, status);
      return;
    }

  status = g_strdup_printf (ngettext ("%u hit", "%u hits", self->n_hits), self->n_hits);
  /* Translators: for screen readers, after each search: "12 hits for sozial" */
  spoken = g_strdup_printf (ngettext ("%u hit for %s", "%u hits for %s", self->n_hits), self->n_hits, text);
  set_status (self, status, spoken);
}

/* Says which words were looked for in the place of those that were typed. */
static void
show_corrections (WbResultsPane *self,
                  char         **corrections)
{
  g_autofree char *words = corrections != NULL ? g_strjoinv (_("”, “"), corrections) : g_strdup ("");
  /* Translators: above the hits; %s is a word in the place of a misspelt one, or several with the quotes between them */
  g_autofree char *label = g_strdup_printf (_("Searched for instead: “%s”"), words);

  gtk_label_set_label (self->corrections, label);
  gtk_widget_set_visible (GTK_WIDGET (self->corrections), *words != '\0');
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Adds a button that activates @action with a text. */
static void
add_way_out (WbResultsPane *self,
             const char    *label,
             const char    *action,
             const char    *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 26);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill-small");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->ways_out, button);
}

static void
add_ways_to_loosen (WbResultsPane *self,
                    WbResult      *result,
                    WbFacetPane   *facets)
{
  g_autoptr (GPtrArray) obstacles = wb_facet_pane_find_obstacles (facets, result);

  for (guint i = 0; i < obstacles->len; i++)
    {
      const char *facet = g_ptr_array_index (obstacles, i);
      const guint n = wb_result_get_n_without (result, facet);
      /* Translators: a button that takes one filter away; %s is its name, such as "Domain" */
      g_autofree char *label = g_strdup_printf (ngettext ("Without the filter “%s”: %u hit", "Without the filter “%s”: %u hits", n),
                                                wb_facet_pane_get_label (facets, facet), n);

      add_way_out (self, label, "library.loosen", facet);
    }
}

/* No single filter is to blame: all of them together are. */
static void
add_way_to_clear (WbResultsPane *self,
                  WbResult      *result)
{
  const guint n = wb_result_get_n_unfiltered (result);
  g_autofree char *label = g_strdup_printf (ngettext ("Without any filter: %u hit", "Without any filter: %u hits", n), n);

  if (n > 0)
    add_way_out (self, label, "library.clear-filters", NULL);
}

static void
add_way_to_all_entries (WbResultsPane *self,
                        WbResult      *result)
{
  const guint n = wb_result_get_n_without_ids (result);
  g_autofree char *label = g_strdup_printf (ngettext ("Not only bookmarks: %u hit", "Not only bookmarks: %u hits", n), n);

  if (n > 0)
    add_way_out (self, label, "library.all-entries", NULL);
}

static void
show_empty (WbResultsPane *self,
            WbResult      *result,
            const char    *text,
            WbFacetPane   *facets,
            gboolean       bookmarks_only)
{
  char **suggestions = wb_result_get_suggestions (result);
  const gboolean filtered = wb_facet_pane_get_n_active (facets) > 0 || bookmarks_only;
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  clear_box (self->ways_out);
  if (bookmarks_only && *text == '\0' && wb_facet_pane_get_n_active (facets) == 0)
    title = g_strdup (_("No Bookmarks Yet"));
  else if (*text == '\0')
    title = g_strdup (_("No Entry Fits These Filters"));
  else
    title = g_strdup_printf (_("Nothing Found for “%s”"), shown);

  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->empty_page, escaped);

  for (guint i = 0; suggestions != NULL && suggestions[i] != NULL; i++)
    add_way_out (self, suggestions[i], "library.search", suggestions[i]);
  add_ways_to_loosen (self, result, facets);
  if (bookmarks_only)
    add_way_to_all_entries (self, result);
  if (filtered && gtk_widget_get_first_child (GTK_WIDGET (self->ways_out)) == NULL)
    add_way_to_clear (self, result);

  if (suggestions != NULL && suggestions[0] != NULL)
    adw_status_page_set_description (self->empty_page, _("Did you mean one of these?"));
  else if (filtered && wb_result_get_n_unfiltered (result) > 0)
    adw_status_page_set_description (self->empty_page, _("Take a filter away to see more."));
  else
    adw_status_page_set_description (self->empty_page, _("Try fewer or other words."));

  gtk_stack_set_visible_child_name (self->stack, "empty");
}

void
wb_results_pane_set_result (WbResultsPane *self,
                            WbResult      *result,
                            const char    *text,
                            WbFacetPane   *facets,
                            gboolean       bookmarks_only)
{
  g_return_if_fail (WB_IS_RESULTS_PANE (self));
  g_return_if_fail (WB_IS_RESULT (result));
  g_return_if_fail (text != NULL);

  self->n_hits = wb_result_get_n_hits (result);
  g_free (self->today);
  self->today = wb_review_date_today ();
  self->selecting = TRUE;
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  gtk_slice_list_model_set_model (self->slice, wb_result_get_hits (result));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;

  show_count (self, text);
  show_corrections (self, wb_result_get_corrections (result));
  if (self->n_hits == 0)
    show_empty (self, result, text, facets, bookmarks_only);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

void
wb_results_pane_set_error (WbResultsPane *self,
                           const GError  *error)
{
  g_autofree char *reason = NULL;

  g_return_if_fail (WB_IS_RESULTS_PANE (self));
  g_return_if_fail (error != NULL);

  self->n_hits = 0;
  show_corrections (self, NULL);
  self->selecting = TRUE;
  gtk_slice_list_model_set_model (self->slice, NULL);
  self->selecting = FALSE;

  reason = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, reason);
  set_status (self, _("Not searched"), _("The library could not be searched"));
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static GtkWidget *
new_filter_chip (const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  /* Translators: removes an active filter, for screen readers: "Playbooks, remove filter" */
  g_autofree char *name = g_strdup_printf (_("%s, remove filter"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), text);
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "icon-name", "window-close-symbolic",
                                NULL));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_filter_button (WbResultsPane *self,
                   guint          n_active)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  /* Translators: %u is the number of active filters */
  g_autofree char *label = n_active > 0 ? g_strdup_printf (_("Filter (%u)"), n_active)
                                        : g_strdup (_("Filter"));

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "sidebar-show-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "library.toggle-facets");
  gtk_box_append (self->filters, button);
}

void
wb_results_pane_set_filters (WbResultsPane *self,
                             WbFacetPane   *facets,
                             gboolean       bookmarks_only)
{
  g_autoptr (GArray) active = NULL;

  g_return_if_fail (WB_IS_RESULTS_PANE (self));
  g_return_if_fail (WB_IS_FACET_PANE (facets));

  clear_box (self->filters);
  active = wb_facet_pane_list_active (facets);
  if (self->folded)
    add_filter_button (self, active->len + (bookmarks_only ? 1 : 0));

  if (bookmarks_only)
    {
      GtkWidget *chip = new_filter_chip (_("Bookmarks only"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "library.all-entries");
      gtk_box_append (self->filters, chip);
    }

  for (guint i = 0; i < active->len; i++)
    {
      const WbActiveFilter *filter = &g_array_index (active, WbActiveFilter, i);
      GtkWidget *chip = new_filter_chip (filter->label);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", filter->facet, filter->value);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "library.remove-filter");
      gtk_box_append (self->filters, chip);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->filters),
                          gtk_widget_get_first_child (GTK_WIDGET (self->filters)) != NULL);
}

guint
wb_results_pane_get_n_hits (WbResultsPane *self)
{
  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), 0);

  return self->n_hits;
}

const char *
wb_results_pane_get_status (WbResultsPane *self)
{
  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), NULL);

  return gtk_label_get_text (self->status);
}

static guint
find_hit (WbResultsPane *self,
          const char    *id)
{
  const guint n = count_all (self);

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (WbHit) hit = wb_results_pane_get_hit (self, i);

      if (g_str_equal (wb_hit_get_id (hit), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

void
wb_results_pane_select (WbResultsPane *self,
                        const char    *id)
{
  guint position;

  g_return_if_fail (WB_IS_RESULTS_PANE (self));

  position = find_hit (self, id);
  if (position != GTK_INVALID_LIST_POSITION)
    make_rows (self, position);
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

WbHit *
wb_results_pane_get_neighbour (WbResultsPane *self,
                               int            step)
{
  guint selected;

  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), NULL);

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    return wb_results_pane_get_hit (self, 0);
  if (step < 0 && selected < (guint) -step)
    return NULL;

  return wb_results_pane_get_hit (self, selected + step);
}

WbHit *
wb_results_pane_get_hit (WbResultsPane *self,
                         guint          position)
{
  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), NULL);

  return position < count_all (self)
         ? g_list_model_get_item (gtk_slice_list_model_get_model (self->slice), position) : NULL;
}

gboolean
wb_results_pane_focus_list (WbResultsPane *self)
{
  guint selected;

  g_return_val_if_fail (WB_IS_RESULTS_PANE (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->ways_out), GTK_DIR_TAB_FORWARD);

  selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", selected);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
