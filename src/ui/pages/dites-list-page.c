/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-page.h"

#include "dites-list-page-private.h"
#include "dites-section-list.h"

/* How long a search rests before its result is announced, in milliseconds: nobody wants to
 * hear a number after each key. */
#define ANNOUNCE_DELAY 700

/**
 * DitesListPage:
 *
 * The documents of one kind, searched, filtered, sorted and chosen from. Sort and
 * filters are remembered in the settings.
 */

typedef enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
  PROP_KIND,
  PROP_SORT,
  PROP_DIRECTION,
  PROP_FILTERS_SHOWN,
  PROP_SELECTING,
  PROP_SEARCH,
} DitesListPageProperty;

static GParamSpec *properties[PROP_SEARCH + 1];

G_DEFINE_FINAL_TYPE (DitesListPage, dites_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
announce_cb (gpointer user_data)
{
  DitesListPage *self = user_data;

  self->announce_id = 0;
  dites_list_page_announce (self);
}

static void
loading_cb (DitesListPage *self)
{
  dites_list_page_update (self);
  if (dites_query_is_loading (self->query))
    return;

  dites_list_page_update_headings (self);
  if (self->to_top)
    {
      self->to_top = FALSE;
      dites_list_page_begin_at_top (self);
    }
  if (!dites_list_page_is_narrow (self))
    return;

  g_clear_handle_id (&self->announce_id, g_source_remove);
  self->announce_id = g_timeout_add_once (ANNOUNCE_DELAY, announce_cb, self);
}

static void
items_changed_cb (DitesListPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  dites_list_page_update (self);
  /* What comes in above the first row is seen, and so is its heading. */
  if (self->shown == NULL && (self->top_id != 0 || gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) < 1))
    dites_list_page_go_to_top (self);
  if (gtk_bitset_is_empty (chosen))
    dites_list_page_find_shown (self);
}

static void
selection_changed_cb (DitesListPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (chosen) > 1 && !self->selecting)
    dites_list_page_set_selecting (self, TRUE);
  dites_list_page_update_title (self);
  dites_list_page_update_actions (self);
}

static void
activated_cb (DitesListPage *self,
              guint          position)
{
  if (!self->selecting)
    dites_list_page_open (self, position);
}

static gboolean
go_to_rows (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  DitesListPage *self = DITES_LIST_PAGE (gtk_widget_get_ancestor (widget, DITES_TYPE_LIST_PAGE));

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Escape lets go of what is chosen, and then of the search. */
static gboolean
let_go (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DitesListPage *self = DITES_LIST_PAGE (gtk_widget_get_ancestor (widget, DITES_TYPE_LIST_PAGE));

  if (self->selecting)
    dites_list_page_set_selecting (self, FALSE);
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    dites_list_page_stop_search (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkWidget         *widget,
              const char        *trigger,
              GtkShortcutAction *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
  gtk_widget_add_controller (widget, controller);
}

static void
add_shortcuts (DitesListPage *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);

  add_shortcut (list, "Delete|KP_Delete", gtk_named_action_new ("list.trash"));
  add_shortcut (list, "<Control>c|<Control>Insert", gtk_named_action_new ("list.copy"));
  add_shortcut (list, "Menu|<Shift>F10", gtk_named_action_new ("list.menu"));
  add_shortcut (list, "Escape", gtk_callback_action_new (let_go, NULL, NULL));
  add_shortcut (GTK_WIDGET (self->search_entry), "Down|KP_Down", gtk_callback_action_new (go_to_rows, NULL, NULL));
}

/**
 * dites_list_page_set_selecting:
 * @self: a page
 * @selecting: whether rows are being chosen
 *
 * Private to the page: begins to choose rows, or lets go of those that were chosen.
 */
void
dites_list_page_set_selecting (DitesListPage *self,
                               gboolean       selecting)
{
  if (self->selecting == selecting)
    return;

  self->selecting = selecting;
  if (!selecting)
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      dites_list_page_find_shown (self);
    }
  dites_list_page_update_checks (self);
  dites_list_page_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

static void
dites_list_page_constructed (GObject *object)
{
  DitesListPage    *self = DITES_LIST_PAGE (object);
  DitesSectionList *sections;

  G_OBJECT_CLASS (dites_list_page_parent_class)->constructed (object);

  self->query = dites_query_new (self->store, self->kind->name);
  sections = dites_section_list_new (self->query);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sections));
  dites_list_page_set_up_texts (self);
  dites_list_page_set_up_filters (self);
  dites_list_page_set_up_rows (self);
  dites_list_page_follow_focus (self);
  add_shortcuts (self);
  dites_list_page_set_up_search (self);

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::error", G_CALLBACK (dites_list_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  dites_list_page_update (self);
}

static void
dites_list_page_dispose (GObject *object)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  dites_list_page_stop_looking (self);
  g_clear_object (&self->awaited);
  g_clear_handle_id (&self->find_id, g_source_remove);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->search_entry != NULL)
    gtk_search_entry_set_key_capture_widget (self->search_entry, NULL);

  G_OBJECT_CLASS (dites_list_page_parent_class)->dispose (object);
}

static void
dites_list_page_finalize (GObject *object)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->query);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->chips);
  g_free (self->search);
  g_free (self->sort);
  g_free (self->shown);

  G_OBJECT_CLASS (dites_list_page_parent_class)->finalize (object);
}

static void
dites_list_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  switch ((DitesListPageProperty) prop_id)
    {
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;

    case PROP_DIRECTION:
      g_value_set_static_string (value, self->descending ? "descending" : "ascending");
      break;

    case PROP_FILTERS_SHOWN:
      g_value_set_boolean (value, self->filters_shown);
      break;

    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;

    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;

    case PROP_STORE:
    case PROP_SETTINGS:
    case PROP_KIND:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_sort (DitesListPage *self,
          const char    *sort,
          gboolean       descending)
{
  if (!g_set_str (&self->sort, sort) && self->descending == descending)
    return;

  self->descending = descending;
  dites_list_page_apply_sort (self);
  dites_list_page_remember (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

static void
dites_list_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  switch ((DitesListPageProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_KIND:
      self->kind = dites_kind_get (g_value_get_string (value));
      break;

    case PROP_SORT:
      set_sort (self, g_value_get_string (value), self->descending);
      break;

    case PROP_DIRECTION:
      set_sort (self, self->sort, g_strcmp0 (g_value_get_string (value), "descending") == 0);
      break;

    case PROP_FILTERS_SHOWN:
      self->filters_shown = g_value_get_boolean (value);
      if (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) < 1)
        dites_list_page_go_to_top (self);
      dites_list_page_update_chips (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SELECTING:
      dites_list_page_set_selecting (self, g_value_get_boolean (value));
      break;

    case PROP_SEARCH:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, chips_box);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, elsewhere_box);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, cards_button);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, catalogue_button);
}

static void
dites_list_page_class_init (DitesListPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags chosen = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_list_page_constructed;
  object_class->dispose = dites_list_page_dispose;
  object_class->finalize = dites_list_page_finalize;
  object_class->get_property = dites_list_page_get_property;
  object_class->set_property = dites_list_page_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, given);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, given);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, given);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, NULL, chosen);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, NULL, chosen);
  properties[PROP_FILTERS_SHOWN] = g_param_spec_boolean ("filters-shown", NULL, NULL, FALSE, chosen);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, chosen);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_children (widget_class);
  dites_list_page_install_actions (widget_class);
  /* Where a text is being typed it is the text that is selected. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "list.select-all-rows", NULL);
  gtk_widget_class_install_property_action (widget_class, "list.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "list.direction", "direction");
}

static void
dites_list_page_init (DitesListPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->chips = g_ptr_array_new ();
  self->search = g_strdup ("");
  self->sort = g_strdup ("");
  self->to_top = TRUE;
  self->from_nothing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_list_page_new:
 * @store: the store
 * @settings: where its sort and filters are remembered
 * @kind: the name of a kind
 *
 * Returns: (transfer floating): the list of the kind
 */
DitesListPage *
dites_list_page_new (DitesStore *store,
                     GSettings  *settings,
                     const char *kind)
{
  return g_object_new (DITES_TYPE_LIST_PAGE, "store", store, "settings", settings, "kind", kind, NULL);
}

/**
 * dites_list_page_get_kind:
 * @self: a page
 *
 * Returns: the kind that it lists
 */
const DitesKind *
dites_list_page_get_kind (DitesListPage *self)
{
  return self->kind;
}

/**
 * dites_list_page_narrow:
 * @self: a page
 * @id: the id of a document
 * @title: what it is called
 *
 * Lists only what refers to a document, whatever was filtered the last time.
 */
void
dites_list_page_narrow (DitesListPage *self,
                        const char    *id,
                        const char    *title)
{
  g_return_if_fail (DITES_IS_LIST_PAGE (self));

  self->restoring = TRUE;
  dites_list_page_clear_filters (self);
  self->restoring = FALSE;
  dites_query_set_refers_to (self->query, id);
  dites_list_page_add_narrow_chip (self, title);
  dites_list_page_update (self);
}

/**
 * dites_list_page_is_narrowed:
 * @self: a page
 *
 * Returns: whether it lists only what refers to a document
 */
gboolean
dites_list_page_is_narrowed (DitesListPage *self)
{
  return self->narrow_chip != NULL;
}
