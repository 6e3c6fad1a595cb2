import {bootstrapApplication} from '@angular/platform-browser';
import 'calypso-invoice';
import {App} from './app';

await bootstrapApplication(App);
