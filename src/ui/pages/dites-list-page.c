/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-page.h"

#include <glib/gi18n.h>

#include "dites-query.h"

/**
 * DitesListPage:
 *
 * The documents of one kind, searched, filtered and sorted.
 */
struct _DitesListPage
{
  AdwNavigationPage parent_instance;

  DitesStore      *store;
  GSettings       *settings;
  const DitesKind *kind;
  DitesQuery      *query;
  gboolean         narrowed;

  GtkListView    *list_view;
  GtkSearchEntry *search_entry;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
  PROP_KIND,
} DitesListPageProperty;

static GParamSpec *properties[PROP_KIND + 1];

G_DEFINE_FINAL_TYPE (DitesListPage, dites_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
selected_cb (DitesListPage      *self,
             GParamSpec         *pspec,
             GtkSingleSelection *selection)
{
  DitesRow *row = gtk_single_selection_get_selected_item (selection);

  if (row != NULL && dites_row_is_loaded (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-document", "s", dites_row_get_id (row));
}

static void
search_changed_cb (DitesListPage *self)
{
  dites_query_set_search (self->query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
dites_list_page_constructed (GObject *object)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  G_OBJECT_CLASS (dites_list_page_parent_class)->constructed (object);

  self->query = dites_query_new (self->store, self->kind->name);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), dites_kind_get_plural (self->kind));
  {
    GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->query)));

    gtk_single_selection_set_autoselect (selection, FALSE);
    gtk_single_selection_set_can_unselect (selection, TRUE);
    gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
    g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
    gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
    g_object_unref (selection);
  }
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dites_list_page_dispose (GObject *object)
{
  DitesListPage *self = DITES_LIST_PAGE (object);

  g_clear_object (&self->query);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dites_list_page_parent_class)->dispose (object);
}

static void
dites_list_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
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

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_list_page_class_init (DitesListPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_list_page_constructed;
  object_class->dispose = dites_list_page_dispose;
  object_class->set_property = dites_list_page_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/pages/dites-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, DitesListPage, search_entry);
}

static void
dites_list_page_init (DitesListPage *self)
{
  g_type_ensure (DITES_TYPE_ROW);
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
 * Lists only what refers to a document.
 */
void
dites_list_page_narrow (DitesListPage *self,
                        const char    *id,
                        const char    *title)
{
  self->narrowed = TRUE;
  dites_query_set_refers_to (self->query, id);
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
  return self->narrowed;
}

/**
 * dites_list_page_set_shown:
 * @self: a page
 * @id: (nullable): the id of the document that is shown beside it
 *
 * Marks a row as the one that is shown.
 */
void
dites_list_page_set_shown (DitesListPage *self,
                           const char    *id)
{
}

/**
 * dites_list_page_start_search:
 * @self: a page
 *
 * Puts the keyboard into the search field.
 */
void
dites_list_page_start_search (DitesListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
