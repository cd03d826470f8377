/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page-private.h"

#include <glib/gi18n-lib.h>

/* Widths of the page in pixels: from the first on the facets stand beside the list; the second is what the page would like to have,
 * so that a narrow window folds its sidebar away first. */
#define PINNED_WIDTH 1080
#define NATURAL_WIDTH 680

G_DEFINE_FINAL_TYPE (WbLibraryPage, wb_library_page, WB_TYPE_SECTION)

enum
{
  PROP_BOOKMARKS_ONLY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Whether there is only room for one pane, and it is the one to read in. */
gboolean
wb_library_page_shows_reading (WbLibraryPage *self)
{
  return adw_leaflet_get_folded (self->leaflet) &&
         adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->reading_pane);
}

gboolean
wb_library_page_has_focus (WbLibraryPage *self,
                           GtkWidget     *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

void
wb_library_page_update_header (WbLibraryPage *self)
{
  const gboolean folded = adw_leaflet_get_folded (self->leaflet);
  const gboolean reading = wb_library_page_shows_reading (self);
  const char *title = wb_reading_pane_get_title (self->reading_pane);

  gtk_stack_set_visible_child_name (self->title_stack, reading ? "reading" : "search");
  gtk_widget_set_visible (self->sidebar_back, wb_section_get_sidebar_button (WB_SECTION (self)) && !reading);
  gtk_widget_set_visible (self->results_back, reading);
  gtk_widget_set_visible (self->facets_button, !folded);
  gtk_widget_set_visible (self->bookmarks_button, !reading);
  gtk_widget_set_visible (self->hit_buttons, reading);

  adw_window_title_set_title (self->reading_title, title != NULL ? title : _("Library"));
  adw_window_title_set_subtitle (self->reading_title, wb_results_pane_get_status (self->results_pane));
  wb_library_page_update_history (self);
}

static void
leaflet_changed_cb (WbLibraryPage *self)
{
  if (wb_section_get_services (WB_SECTION (self)) == NULL)
    return;

  wb_library_page_update_header (self);
  wb_results_pane_set_filters (self->results_pane, self->facet_pane, self->bookmarks_only);
}

static void
flap_revealed_cb (WbLibraryPage *self)
{
  const gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  if (self->pinned)
    self->facets_wanted = revealed;
  /* Filters that go away must not take the focus with them. */
  if (!revealed && wb_library_page_has_focus (self, GTK_WIDGET (self->facet_pane)))
    wb_results_pane_focus_list (self->results_pane);
}

static void
set_pinned (WbLibraryPage *self,
            gboolean       pinned)
{
  /* In this order: hiding what lies over the list is no wish of the user's. */
  self->pinned = FALSE;
  adw_flap_set_fold_policy (self->flap, pinned ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap, pinned && self->facets_wanted);
  self->pinned = pinned;
}

static gboolean
adapt_cb (gpointer user_data)
{
  WbLibraryPage *self = user_data;

  self->layout_source = 0;
  set_pinned (self, gtk_widget_get_width (GTK_WIDGET (self)) >= PINNED_WIDTH);

  return G_SOURCE_REMOVE;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

/* libadwaita 1.2 knows no breakpoints: the flap is told by hand, and not in the middle of a layout. */
static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if ((width >= PINNED_WIDTH) != self->pinned && self->layout_source == 0)
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

static void
toggle_facets_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  const gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  /* The filters take the focus as soon as they are there to take it. */
  self->focus_facets = reveal;
  adw_flap_set_reveal_flap (self->flap, reveal);
}

static void
flap_moved_cb (WbLibraryPage *self)
{
  if (!self->focus_facets || adw_flap_get_reveal_progress (self->flap) < 1)
    return;

  self->focus_facets = FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self->facet_pane), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (WbLibraryPage *self)
{
  /* Also comes, late, for a text that was set and searched for at once. */
  if (self->searched != NULL &&
      g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) == 0)
    return;

  wb_library_page_run_search (self);
}

static void
stop_search_cb (WbLibraryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
search_activated_cb (WbLibraryPage *self)
{
  wb_results_pane_focus_list (self->results_pane);
}

static gboolean
search_key_cb (WbLibraryPage   *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return wb_results_pane_focus_list (self->results_pane) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
facets_changed_cb (WbLibraryPage *self)
{
  wb_library_page_run_search (self);
}

static void
sort_changed_cb (WbLibraryPage *self)
{
  g_autoptr (WbMunicipality) town = NULL;

  if (wb_section_get_services (WB_SECTION (self)) == NULL)
    return;

  town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));
  if (town == NULL && wb_results_pane_get_sort (self->results_pane) == WB_SORT_FIT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-town", NULL);
  wb_library_page_run_search (self);
}

static void
profile_changed_cb (WbLibraryPage *self)
{
  if (self->searched != NULL && wb_results_pane_get_sort (self->results_pane) == WB_SORT_FIT)
    wb_library_page_run_search (self);
}

static void
hit_selected_cb (WbLibraryPage *self,
                 WbHit         *hit)
{
  if (!adw_leaflet_get_folded (self->leaflet))
    wb_library_page_show_entry (self, wb_hit_get_id (hit), NULL, FALSE);
}

static void
hit_activated_cb (WbLibraryPage *self,
                  WbHit         *hit)
{
  wb_library_page_show_entry (self, wb_hit_get_id (hit), NULL, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->reading_pane));
  wb_reading_pane_focus (self->reading_pane);
}

static void
bookmarks_changed_cb (WbLibraryPage *self)
{
  if (wb_section_get_services (WB_SECTION (self)) != NULL && self->bookmarks_only)
    wb_library_page_run_search (self);
}

void
wb_library_page_set_bookmarks_only (WbLibraryPage *self,
                                    gboolean       bookmarks_only)
{
  if (self->bookmarks_only == bookmarks_only)
    return;

  self->bookmarks_only = bookmarks_only;
  wb_library_page_run_search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKS_ONLY]);
}

static void
wb_library_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_BOOKMARKS_ONLY:
      g_value_set_boolean (value, self->bookmarks_only);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_library_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_BOOKMARKS_ONLY:
      wb_library_page_set_bookmarks_only (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_library_page_constructed (GObject *object)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);
  WbVocabulary *vocabulary = wb_library_get_vocabulary (wb_section_get_library (WB_SECTION (self)));

  G_OBJECT_CLASS (wb_library_page_parent_class)->constructed (object);

  wb_facet_pane_set_library (self->facet_pane, wb_section_get_library (WB_SECTION (self)));
  wb_facet_pane_set_store (self->facet_pane, wb_section_get_store (WB_SECTION (self)));
  wb_results_pane_set_vocabulary (self->results_pane, vocabulary);
  wb_reading_pane_set_services (self->reading_pane, wb_section_get_services (WB_SECTION (self)));
  g_signal_connect_object (wb_section_get_store (WB_SECTION (self)), "bookmarks-changed",
                           G_CALLBACK (bookmarks_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wb_section_get_store (WB_SECTION (self)), "profile-changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::sidebar-button", G_CALLBACK (wb_library_page_update_header), NULL);
  wb_library_page_update_header (self);
}

/* The first search waits until somebody looks, so that the start of the program does not. */
static void
wb_library_page_map (GtkWidget *widget)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  GTK_WIDGET_CLASS (wb_library_page_parent_class)->map (widget);

  if (self->searched == NULL)
    wb_library_page_run_search (self);
}

static void
wb_library_page_dispose (GObject *object)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->search_cancellable);
  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  /* The bin first: it must not find its child gone with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_LIBRARY_PAGE);

  G_OBJECT_CLASS (wb_library_page_parent_class)->dispose (object);
}

static void
wb_library_page_finalize (GObject *object)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (object);

  g_clear_object (&self->search_cancellable);
  g_clear_object (&self->history);
  g_free (self->searched);
  g_free (self->removed_title);
  g_clear_pointer (&self->removed, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_library_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, title_stack);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, reading_title);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, sidebar_back);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, results_back);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, facets_button);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, bookmarks_button);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, hit_buttons);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, flap);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, facet_pane);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, results_pane);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, reading_pane);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, compare_tray);
  gtk_widget_class_bind_template_child (widget_class, WbLibraryPage, toasts);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, facets_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
}

static void
wb_library_page_class_init (WbLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_library_page_constructed;
  object_class->dispose = wb_library_page_dispose;
  object_class->finalize = wb_library_page_finalize;
  object_class->get_property = wb_library_page_get_property;
  object_class->set_property = wb_library_page_set_property;

  widget_class->map = wb_library_page_map;

  properties[PROP_BOOKMARKS_ONLY] =
    g_param_spec_boolean ("bookmarks-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WB_TYPE_COMPARE_TRAY);
  g_type_ensure (WB_TYPE_FACET_PANE);
  g_type_ensure (WB_TYPE_RESULTS_PANE);
  g_type_ensure (WB_TYPE_READING_PANE);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "library.toggle-facets", NULL, toggle_facets_action);
  gtk_widget_class_install_property_action (widget_class, "library.bookmarks-only", "bookmarks-only");
  wb_library_page_install_search (widget_class);
  wb_library_page_install_reading (widget_class);
  wb_library_page_install_compare (widget_class);
  wb_library_page_install_collections (widget_class);
}

static void
wb_library_page_init (WbLibraryPage *self)
{
  self->history = wb_reading_history_new ();
  self->facets_wanted = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (NULL, measure, allocate));
  set_pinned (self, FALSE);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (wb_library_page_update_history),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
wb_library_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_LIBRARY_PAGE, "services", services, NULL);
}

void
wb_library_page_open (WbLibraryPage *self,
                      const char    *id,
                      const char    *anchor)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));
  g_return_if_fail (id != NULL);

  wb_library_page_show_entry (self, id, anchor, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->reading_pane));
  wb_reading_pane_focus (self->reading_pane);
}

void
wb_library_page_search (WbLibraryPage *self,
                        const char    *text)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));

  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
      wb_library_page_run_search (self);
    }

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->results_pane));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  /* What is typed next is another search, not more of this one; also when the focus was there already. */
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

void
wb_library_page_show_kind (WbLibraryPage *self,
                           const char    *kind)
{
  g_return_if_fail (WB_IS_LIBRARY_PAGE (self));

  wb_facet_pane_clear (self->facet_pane, "kind");
  if (kind != NULL)
    wb_facet_pane_set_active (self->facet_pane, "kind", kind, TRUE);
}
