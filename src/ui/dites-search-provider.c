/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-search-provider.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-application-private.h"
#include "dites-store-find.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* The shell shows three and says how many more there are. */
#define MAX_RESULTS 20

/* So long the program stays after an answer: somebody is typing, and the next letter follows. */
#define LINGER_SECONDS 10

/**
 * DitesSearchProvider:
 *
 * Answers the search of the desktop's overview, without a window: people, homes, partners
 * and sites, found as the lists find them. Nothing is read on the main thread; when the file
 * cannot be opened nothing is found, and the window says why.
 */
struct _DitesSearchProvider
{
  GObject parent_instance;

  DitesApplication *application; /* not held: it has the provider */
  guint             registration;
  guint             linger_id;
};

G_DEFINE_FINAL_TYPE (DitesSearchProvider, dites_search_provider, G_TYPE_OBJECT)

/* What one looks for first comes first. */
static const char *const kinds[] = { "intern", "housing", "partner", "site", NULL };

static void
let_go (DitesSearchProvider *self)
{
  if (self->linger_id == 0)
    return;

  g_clear_handle_id (&self->linger_id, g_source_remove);
  g_application_release (G_APPLICATION (self->application));
}

static void
linger_cb (gpointer user_data)
{
  DitesSearchProvider *self = user_data;

  self->linger_id = 0;
  g_application_release (G_APPLICATION (self->application));
}

/* Keeps the program for the next question. */
static void
linger (DitesSearchProvider *self)
{
  g_application_hold (G_APPLICATION (self->application));
  let_go (self);
  self->linger_id = g_timeout_add_seconds_once (LINGER_SECONDS, linger_cb, self);
}

/* Who had a window and closed it is done. */
static void
window_removed_cb (DitesSearchProvider *self)
{
  if (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL)
    let_go (self);
}

static char *
join (char **terms)
{
  return g_strjoinv (" ", terms);
}

static void
return_ids (GDBusMethodInvocation *invocation,
            GPtrArray             *found)
{
  GVariantBuilder ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_variant_builder_add (&ids, "s", ((DitesFound *) found->pdata[i])->id);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", &ids));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dites_store_find_finish (DITES_STORE (object), result, &error);

  if (found == NULL)
    g_debug ("Cannot search: %s", error->message);
  return_ids (invocation, found);
}

static void
search (DitesSearchProvider   *self,
        DitesStore            *store,
        char                 **terms,
        GDBusMethodInvocation *invocation)
{
  g_autofree char *text = join (terms);

  dites_store_find_async (store, kinds, text, MAX_RESULTS, NULL, found_cb, invocation);
}

/* An icon that the shell can draw: ours are not in its theme, and are handed over as they are. */
static GVariant *
make_icon (const DitesKind *kind)
{
  g_autofree char *path = g_strconcat ("/org/gers/Dites32/icons/scalable/actions/", kind->icon_name, ".svg", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GIcon) icon = bytes != NULL ? g_bytes_icon_new (bytes) : g_themed_icon_new (kind->icon_name);

  return g_icon_serialize (icon);
}

static void
add_meta (GVariantBuilder  *metas,
          const DitesFound *found)
{
  g_autoptr (GVariant) icon = make_icon (found->kind);
  const char      *label = dites_kind_get_label (found->kind);
  g_autofree char *description = *found->subtitle == '\0'
                                   ? g_strdup (label)
                                   /* Translators: a kind of document, and what tells it from its like: “Home · Auch”. */
                                   : g_strdup_printf (C_("search result", "%s · %s"), label, found->subtitle);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (found->id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (found->title));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", icon);
  g_variant_builder_close (metas);
}

static void
described_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = dites_store_describe_finish (DITES_STORE (object), result, &error);
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  if (found == NULL)
    g_debug ("Cannot describe what was found: %s", error->message);
  for (guint i = 0; found != NULL && i < found->len; i++)
    add_meta (&metas, found->pdata[i]);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

/* A search that is gone on with in the window. */
typedef struct
{
  DitesApplication *application;
  char             *text;
} Launch;

static void
launch (DitesApplication *application,
        const char       *kind,
        const char       *text)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "search", g_variant_new ("(ss)", kind, text));
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Launch *self = user_data;
  g_autoptr (DitesApplication) application = self->application;
  g_autofree char *text = self->text;
  g_autoptr (GPtrArray) found = dites_store_find_finish (DITES_STORE (object), result, NULL);

  launch (application, found != NULL && found->len > 0 ? ((DitesFound *) found->pdata[0])->kind->name : "", text);
  g_application_release (G_APPLICATION (application));
}

/* In the list of what fits best. */
static void
launch_search (DitesSearchProvider *self,
               DitesStore          *store,
               char               **terms)
{
  g_autofree char *text = join (terms);
  Launch          *going;

  if (store == NULL)
    {
      launch (self->application, "", text);
      return;
    }

  going = g_new0 (Launch, 1);
  going->application = g_object_ref (self->application);
  going->text = g_strdup (text);
  g_application_hold (G_APPLICATION (self->application));
  dites_store_find_async (store, kinds, text, 1, NULL, launched_cb, going);
}

static void
method_call (GDBusConnection       *connection,
             const char            *sender,
             const char            *object_path,
             const char            *interface_name,
             const char            *method_name,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  DitesSearchProvider *self = user_data;
  DitesStore          *store = dites_application_get_store (self->application);
  g_auto (GStrv) words = NULL;

  linger (self);
  if (strcmp (method_name, "ActivateResult") == 0)
    {
      const char *id;

      g_variant_get (parameters, "(&s^asu)", &id, &words, NULL);
      g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-document", g_variant_new_string (id));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (strcmp (method_name, "LaunchSearch") == 0)
    {
      g_variant_get (parameters, "(^asu)", &words, NULL);
      launch_search (self, store, words);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (strcmp (method_name, "GetResultMetas") == 0)
    {
      g_variant_get (parameters, "(^as)", &words);
      if (store != NULL)
        dites_store_describe_async (store, (const char *const *) words, NULL, described_cb, invocation);
      else
        g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", NULL));
    }
  else
    {
      /* What was found before is no help: the index answers the longer text sooner. */
      if (strcmp (method_name, "GetInitialResultSet") == 0)
        g_variant_get (parameters, "(^as)", &words);
      else
        g_variant_get_child (parameters, 1, "^as", &words);
      if (store != NULL)
        search (self, store, words, invocation);
      else
        return_ids (invocation, NULL);
    }
}

static void
dites_search_provider_finalize (GObject *object)
{
  DitesSearchProvider *self = DITES_SEARCH_PROVIDER (object);

  g_clear_handle_id (&self->linger_id, g_source_remove);

  G_OBJECT_CLASS (dites_search_provider_parent_class)->finalize (object);
}

static void
dites_search_provider_class_init (DitesSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_search_provider_finalize;
}

static void
dites_search_provider_init (DitesSearchProvider *self)
{
}

/**
 * dites_search_provider_new:
 * @application: whose store is searched, and which opens what is chosen; it outlives the provider
 *
 * Returns: (transfer full): a provider that nobody can ask yet
 */
DitesSearchProvider *
dites_search_provider_new (DitesApplication *application)
{
  DitesSearchProvider *self = g_object_new (DITES_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * dites_search_provider_export:
 * @self: a provider
 * @connection: the session's bus
 * @object_path: the application's path; the provider is below it
 * @error: return location for an error
 *
 * Lets the desktop's search ask.
 *
 * Returns: whether it can
 */
gboolean
dites_search_provider_export (DitesSearchProvider *self,
                              GDBusConnection     *connection,
                              const char          *object_path,
                              GError             **error)
{
  static const GDBusInterfaceVTable vtable = { method_call, NULL, NULL, { 0 } };
  g_autofree char                  *path = g_strconcat (object_path, "/SearchProvider", NULL);
  g_autoptr (GBytes) xml = g_resources_lookup_data ("/org/gers/Dites32/dites-search-provider.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GDBusNodeInfo) node = NULL;

  if (xml != NULL)
    node = g_dbus_node_info_new_for_xml (g_bytes_get_data (xml, NULL), error);
  if (node == NULL)
    return FALSE;

  self->registration = g_dbus_connection_register_object (connection, path, g_dbus_node_info_lookup_interface (node, INTERFACE),
                                                          &vtable, self, NULL, error);

  return self->registration != 0;
}

/**
 * dites_search_provider_unexport:
 * @self: a provider
 * @connection: the session's bus
 *
 * Answers no more.
 */
void
dites_search_provider_unexport (DitesSearchProvider *self,
                                GDBusConnection     *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
