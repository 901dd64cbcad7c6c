/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pick-dialog.h"

#include <glib/gi18n.h>

#include "dites-query.h"

/**
 * DitesPickDialog:
 *
 * Lets a person pick one document of a kind by typing, or ask for a new one.
 *
 * The keyboard is enough: what is typed narrows the list, whose first row Enter
 * takes; the arrows lead into the list and from its end to the command that makes
 * a new document. It only says what was picked, with a signal.
 */
struct _DitesPickDialog
{
  AdwDialog parent_instance;

  DitesStore         *store;
  const DitesKind    *kind;
  DitesQuery         *query;
  GtkSingleSelection *selection;
  gboolean            fresh;  /* the list is to begin at its first row again */
  gboolean            wanted; /* the selected row is to be picked, once it is there */

  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkListView    *list_view;
  AdwStatusPage  *nothing;
  GtkWidget      *create_button;
  GtkLabel       *create_label;
};

typedef enum
{
  PROP_STORE = 1,
  PROP_KIND,
} DitesPickDialogProperty;

static GParamSpec *properties[PROP_KIND + 1];

typedef enum
{
  SIGNAL_PICKED,
  SIGNAL_CREATE_REQUESTED,
} DitesPickDialogSignal;

static guint signals[SIGNAL_CREATE_REQUESTED + 1];

G_DEFINE_FINAL_TYPE (DitesPickDialog, dites_pick_dialog, ADW_TYPE_DIALOG)

static gboolean
has_text (gpointer    unused,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
dup_search (DitesPickDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

static guint
get_n_rows (DitesPickDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->query));
}

/* Picks the selected row if that was asked for, as soon as it is known. */
static void
pick_wanted (DitesPickDialog *self)
{
  DitesRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  if (!self->wanted || dites_query_is_loading (self->query))
    return;

  if (row == NULL)
    {
      self->wanted = FALSE;
      gtk_widget_grab_focus (self->create_button);
      return;
    }
  if (!dites_row_is_loaded (row))
    {
      g_signal_connect_object (row, "notify::document", G_CALLBACK (pick_wanted), self, G_CONNECT_SWAPPED);
      return;
    }

  self->wanted = FALSE;
  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, dites_row_get_id (row), dites_row_get_title (row));
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static void
announce (DitesPickDialog *self)
{
  guint            n = get_n_rows (self);
  g_autofree char *message = g_strdup_printf (ngettext ("%u document", "%u documents", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/* The list has come, or has changed. */
static void
update (DitesPickDialog *self)
{
  g_autofree char *search = NULL;
  gboolean         loading = dites_query_is_loading (self->query);
  guint            n = get_n_rows (self);

  if (loading && n == 0 && !self->fresh)
    return;

  search = dup_search (self);
  if (!loading || n > 0)
    gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  adw_status_page_set_title (self->nothing, *search != '\0' ? _("No Results") : dites_kind_get_plural (self->kind));
  adw_status_page_set_description (self->nothing, *search != '\0' ? _("Nothing has all these words.") : _("There are none yet."));
  if (!loading && self->fresh)
    {
      self->fresh = FALSE;
      if (n > 0)
        gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_SELECT, NULL);
      announce (self);
    }
  pick_wanted (self);
}

static void
search_changed_cb (DitesPickDialog *self)
{
  g_autofree char *search = dup_search (self);
  const char      *create = dites_kind_get_create_label (self->kind);
  g_autofree char *label = NULL;

  self->wanted = FALSE;
  self->fresh = TRUE;
  dites_query_set_search (self->query, *search != '\0' ? search : NULL);

  /* Translators: a command and the name that was typed: “New Partner “Town Hall””. */
  label = *search != '\0' ? g_strdup_printf (C_("create", "%s “%s”"), create, search) : g_strdup (create);
  gtk_label_set_label (self->create_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->create_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update (self);
}

static void
activate_cb (DitesPickDialog *self)
{
  self->wanted = TRUE;
  pick_wanted (self);
}

static void
row_activated_cb (DitesPickDialog *self,
                  guint            position)
{
  gtk_single_selection_set_selected (self->selection, position);
  activate_cb (self);
}

static void
stop_cb (DitesPickDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
create_cb (DitesPickDialog *self)
{
  g_autofree char *search = dup_search (self);

  g_object_ref (self);
  g_signal_emit (self, signals[SIGNAL_CREATE_REQUESTED], 0, search);
  adw_dialog_close (ADW_DIALOG (self));
  g_object_unref (self);
}

static void
focus_search (DitesPickDialog *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))));
}

static void
focus_row (DitesPickDialog *self,
           guint            position)
{
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* Down leads from the field into the list, past the row that Enter would take anyway. */
static gboolean
search_key_cb (DitesPickDialog *self,
               guint            keyval)
{
  guint n = get_n_rows (self);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  if (n == 0)
    gtk_widget_grab_focus (self->create_button);
  else
    focus_row (self, MIN (gtk_single_selection_get_selected (self->selection) + 1, n - 1));

  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (DitesPickDialog *self,
             guint            keyval)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && selected == 0)
    focus_search (self);
  else if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && selected + 1 == get_n_rows (self))
    gtk_widget_grab_focus (self->create_button);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
create_key_cb (DitesPickDialog *self,
               guint            keyval)
{
  guint n = get_n_rows (self);

  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;

  if (n == 0)
    focus_search (self);
  else
    focus_row (self, n - 1);

  return GDK_EVENT_STOP;
}

static void
dites_pick_dialog_constructed (GObject *object)
{
  DitesPickDialog *self = DITES_PICK_DIALOG (object);

  G_OBJECT_CLASS (dites_pick_dialog_parent_class)->constructed (object);

  self->query = dites_query_new (self->store, self->kind->name);
  if (self->kind->latest_first)
    dites_query_set_sort (self->query, NULL, TRUE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->query)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dites_kind_get_plural (self->kind),
                                  -1);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  g_signal_connect_object (self->query, "notify::loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  search_changed_cb (self);
}

static void
dites_pick_dialog_dispose (GObject *object)
{
  DitesPickDialog *self = DITES_PICK_DIALOG (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->query);
  g_clear_object (&self->store);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_pick_dialog_parent_class)->dispose (object);
}

static void
dites_pick_dialog_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DitesPickDialog *self = DITES_PICK_DIALOG (object);

  switch ((DitesPickDialogProperty) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_KIND:
      self->kind = g_value_get_pointer (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_pick_dialog_class_init (DitesPickDialogClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dites_pick_dialog_constructed;
  object_class->dispose = dites_pick_dialog_dispose;
  object_class->set_property = dites_pick_dialog_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, DITES_TYPE_STORE, flags);
  properties[PROP_KIND] = g_param_spec_pointer ("kind", NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DitesPickDialog::picked:
   * @self: the dialog
   * @id: the id of the document
   * @title: what it is called
   *
   * A document was picked; the dialog closes.
   */
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", DITES_TYPE_PICK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * DitesPickDialog::create-requested:
   * @self: the dialog
   * @text: what was typed; may be empty
   *
   * A new document is wanted; the dialog closes.
   */
  signals[SIGNAL_CREATE_REQUESTED] =
    g_signal_new ("create-requested", DITES_TYPE_PICK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (DITES_TYPE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-pick-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, DitesPickDialog, create_label);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
dites_pick_dialog_init (DitesPickDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_pick_dialog_new:
 * @store: the store
 * @kind: what is picked
 * @title: what it is picked for
 *
 * Returns: (transfer floating): a dialog
 */
DitesPickDialog *
dites_pick_dialog_new (DitesStore      *store,
                       const DitesKind *kind,
                       const char      *title)
{
  g_return_val_if_fail (DITES_IS_STORE (store), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (DITES_TYPE_PICK_DIALOG, "store", store, "kind", kind, "title", title, NULL);
}

/**
 * dites_pick_dialog_set_creates:
 * @self: a dialog
 * @creates: whether it offers to make a new document; it does at first
 *
 * Where nothing can be done with a new document, only known ones are picked.
 */
void
dites_pick_dialog_set_creates (DitesPickDialog *self,
                               gboolean         creates)
{
  g_return_if_fail (DITES_IS_PICK_DIALOG (self));

  gtk_widget_set_visible (self->create_button, creates);
}
